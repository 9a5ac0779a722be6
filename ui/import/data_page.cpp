// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/data_page.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "core/protocol/methods.h"
#include "core/protocol/training_messages.h"
#include "ui/charts/chart_text.h"
#include "ui/database/database_dialog.h"
#include "ui/import/data_overview.h"
#include "ui/import/import_wizard.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"

namespace foresell {

namespace {

QString dateText(Day day) {
    return foresell::dateText(day, QLocale());
}

}  // namespace

DataPage::DataPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_stack(new QStackedWidget), m_list(new DataOverview(session)), m_wizard(new ImportWizard(session)),
      m_empty(new EmptyState(QStringLiteral("data"))), m_import(new QAction(this)), m_paste(new QAction(this)), m_database(new QAction(this)), m_update(new QAction(this)),
      m_next(new QAction(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_wizard);
    m_import->setIcon(themedIcon(QStringLiteral("import")));
    m_update->setIcon(themedIcon(QStringLiteral("update")));
    m_next->setIcon(themedIcon(QStringLiteral("next"), Role::OnAccent));
    connect(m_import, &QAction::triggered, this, &DataPage::chooseFiles);
    connect(m_paste, &QAction::triggered, this, &DataPage::pasteTable);
    connect(m_database, &QAction::triggered, this, &DataPage::chooseDatabase);
    connect(m_update, &QAction::triggered, this, &DataPage::updateFromFolder);
    connect(m_next, &QAction::triggered, this, [this] { emit goTo(PageId::Cleaning); });
    connect(static_cast<EmptyState*>(m_empty), &EmptyState::clicked, this, &DataPage::chooseFiles);
    connect(m_wizard, &ImportWizard::headerChanged, this, &Page::headerChanged);
    connect(m_list, &DataOverview::repeatsWanted, this, &DataPage::repeatsWanted);
    connect(m_wizard, &ImportWizard::left, this, &DataPage::nextFile);
    connect(m_wizard, &ImportWizard::anotherFileWanted, this, &DataPage::chooseFiles);
    connect(m_wizard, &ImportWizard::abandoned, this, &DataPage::abandon);
    connect(&session, &ProjectSession::changed, this, &DataPage::refresh);
    retranslate();
    refresh();
}

QString DataPage::title() const {
    return m_stack->currentWidget() == m_wizard ? m_wizard->title() : tr("Data");
}

QString DataPage::facts() const {
    if (m_stack->currentWidget() == m_wizard) {
        return m_wizard->facts();
    }
    const ProjectFacts& facts = session().facts();
    if (facts.lines == 0) {
        return {};
    }
    return QStringList{tr("%1 sale lines").arg(numberText(static_cast<double>(facts.lines))),
                       tr("%1 items").arg(numberText(static_cast<double>(facts.items))),
                       dateText(facts.firstDay) + QStringLiteral(" – ") + dateText(facts.lastDay)}
        .join(QStringLiteral("  ·  "));
}

QList<QAction*> DataPage::quietActions() const {
    return m_stack->currentWidget() == m_wizard ? m_wizard->quietActions() : QList<QAction*>{};
}

QList<QAction*> DataPage::plainActions() const {
    if (m_stack->currentWidget() == m_wizard) {
        return m_wizard->plainActions();
    }
    return session().isOpen() ? QList<QAction*>{m_paste, m_update, m_database, m_import} : QList<QAction*>{};
}

QAction* DataPage::primaryAction() const {
    if (m_stack->currentWidget() == m_wizard) {
        return m_wizard->primaryAction();
    }
    return session().facts().lines > 0 ? m_next : nullptr;
}

void DataPage::activated() {
    refresh();
    m_list->activate();
}

void DataPage::retranslate() {
    m_import->setText(tr("Import files…"));
    m_paste->setText(tr("Paste a table"));
    m_paste->setToolTip(tr("Imports the rows that were copied in a spreadsheet (Ctrl+Shift+V)"));
    m_database->setText(tr("From a database…"));
    m_database->setToolTip(tr("Imports a table or a query of PostgreSQL, MySQL, SQLite or an ODBC source, which is only read"));
    m_update->setText(tr("Update from a folder…"));
    m_update->setToolTip(tr("Imports what is new in a folder and makes a new forecast (F5)"));
    m_next->setText(tr("Clean the sales"));
    static_cast<EmptyState*>(m_empty)->setTexts(
        tr("No sales yet"), tr("Import an order export of your shop: a spreadsheet (.xlsx, .ods), a CSV, TSV or text file, also packed (.zip, .gz). You see what was found before anything is stored."),
        tr("Import sales…"));
}

void DataPage::refresh() {
    if (m_stack->currentWidget() != m_wizard) {
        m_stack->setCurrentWidget(session().facts().imports.empty() ? m_empty : static_cast<QWidget*>(m_list));
    }
    emit headerChanged();
}

void DataPage::chooseFiles() {
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Import files"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        tr("Sales, plan and item files (*.csv *.tsv *.txt *.gz *.xlsx *.xlsm *.ods *.zip);;All files (*)"));
    if (!files.isEmpty()) {
        startImport(files);
    }
}

void DataPage::chooseDatabase() {
    DatabaseDialog dialog(session().engine(), window());
    if (dialog.exec() == QDialog::Accepted) {
        m_waiting.clear();
        m_stack->setCurrentWidget(m_wizard);
        m_wizard->look(dialog.request());
        emit headerChanged();
    }
}

void DataPage::startImport(const QStringList& files, bool isNewProject) {
    m_waiting = files;
    m_isNewProject = isNewProject;
    nextFile();
}

void DataPage::abandon() {
    m_waiting.clear();
    nextFile();
    if (!m_isNewProject) {
        return;
    }
    m_isNewProject = false;
    if (session().isBusy()) {
        connect(session().job(), &Job::cancelled, &session(), &ProjectSession::discard);
    } else {
        session().discard();
    }
}

void DataPage::nextFile() {
    if (m_waiting.isEmpty()) {
        m_stack->setCurrentWidget(m_list);
        refresh();
        return;
    }
    m_stack->setCurrentWidget(m_wizard);
    const QString file = m_waiting.takeFirst();
    m_wizard->look(file, static_cast<int>(m_waiting.size()));
    emit headerChanged();
}

void DataPage::pasteTable() {
    const QString text = QGuiApplication::clipboard()->text();
    if (!session().isOpen()) {
        return;
    }
    if (text.trimmed().isEmpty()) {
        emit session().failed(ErrorBody::fromError(Error("import.nothing_copied", "Nothing was copied.", "Copy rows with their headings, then paste them here.")));
        return;
    }
    emit goTo(PageId::Data);
    m_waiting.clear();
    m_isNewProject = false;
    m_stack->setCurrentWidget(m_wizard);
    m_wizard->lookAtText(text);
    emit headerChanged();
}

void DataPage::updateFromFolder() {
    if (!session().isOpen()) {
        return;
    }
    QSettings settings;
    const QString key = QStringLiteral("folder/") + QString::fromStdString(session().facts().settings.uuid);
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Update from a folder"), settings.value(key).toString());
    if (folder.isEmpty()) {
        return;
    }
    settings.setValue(key, folder);
    RefreshRequest request;
    request.folder = folder.toStdString();
    if (const RunFacts* run = session().facts().usedRun()) {
        request.options = run->options;
    }
    if (Job* job = session().startJob(tr("Updating from the folder"), method::refreshRun, request)) {
        connect(job, &Job::succeeded, this, [this] { emit goTo(PageId::Forecast); });
    }
}

}  // namespace foresell
