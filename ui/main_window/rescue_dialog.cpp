// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/rescue_dialog.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/widgets/page.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int rescueChoice = 1000;  // beyond the numbers of backups

/// The moment a backup was made, from its name, which is in UTC.
QString momentOf(const QString& backup) {
    QDateTime made = QDateTime::fromString(QFileInfo(backup).baseName().left(15), u"yyyyMMdd-HHmmss"_s);
    made.setTimeSpec(Qt::UTC);
    return QLocale().toString(made.toLocalTime(), QLocale::ShortFormat);
}

}  // namespace

RescueDialog::RescueDialog(const QString& project, const QString& problem, QWidget* parent)
    : QDialog(parent), m_choices(new QButtonGroup(this)), m_backups(backupsOf(project)) {
    setWindowTitle(tr("The project is damaged"));
    auto* title = makeLabel(16, true);
    title->setText(tr("%1 is damaged").arg(QFileInfo(project).fileName()));
    auto* text = makeLabel(13, false, "text2");
    text->setWordWrap(true);
    text->setText(tr("%1 The file stays as it is; what you choose goes into a new one.").arg(problem));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(text);
    const auto add = [&](const QString& words, int id) {
        auto* choice = new QRadioButton(words);
        m_choices->addButton(choice, id);
        column->addWidget(choice);
    };
    for (int i = 0; i < m_backups.size(); ++i) {
        const QString size = QLocale().formattedDataSize(QFileInfo(m_backups.at(i)).size());
        add(tr("Open the backup of %1 (%2)").arg(momentOf(m_backups.at(i)), size), i);
    }
    add(tr("Rescue what can be read: sales, plans and cleaning, without forecasts"), rescueChoice);
    m_choices->buttons().constFirst()->setChecked(true);
    auto* buttons = new QDialogButtonBox;
    auto* accept = buttons->addButton(tr("Continue"), QDialogButtonBox::AcceptRole);
    accept->setProperty("kind", u"primary"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addSpacing(8);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(480);
}

QString RescueDialog::chosenBackup() const {
    return m_backups.value(m_choices->checkedId());
}

QStringList RescueDialog::backupsOf(const QString& project) {
    const QDir folder(project + u"-backups"_s);
    QStringList paths;
    for (const QString& name : folder.entryList({u"*.foresell"_s}, QDir::Files, QDir::Name | QDir::Reversed)) {
        paths.append(folder.filePath(name));
    }
    return paths;
}

QString RescueDialog::restore(const QString& backup, const QString& project) {
    const QFileInfo file(project);
    QString target;
    int number = 1;
    do {
        const QString suffix = number > 1 ? u"-%1"_s.arg(number) : QString();
        target = file.dir().filePath(file.completeBaseName() + u"-restored"_s + suffix + u".foresell"_s);
        ++number;
    } while (QFile::exists(target));
    return QFile::copy(backup, target) ? target : QString();
}

}  // namespace foresell
