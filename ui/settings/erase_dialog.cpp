// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/erase_dialog.h"

#include <QButtonGroup>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/protocol/methods.h"
#include "ui/charts/chart_text.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

QString countText(std::int64_t count) {
    return numberText(static_cast<double>(count));
}

}  // namespace

EraseDialog::EraseDialog(ProjectSession& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_what(new QButtonGroup(this)), m_values(new QStackedWidget), m_text(new QLineEdit),
      m_day(new QDateEdit), m_note(new NoteCard) {
    setWindowTitle(tr("Erase sales"));
    lay();
    connect(m_what, &QButtonGroup::idClicked, this, [this](int what) { choose(static_cast<What>(what)); });
    connect(m_text, &QLineEdit::textChanged, this, &EraseDialog::forgetPreview);
    connect(m_day, &QDateEdit::dateChanged, this, &EraseDialog::forgetPreview);
    connect(m_look, &QPushButton::clicked, this, &EraseDialog::look);
    connect(m_erase, &QPushButton::clicked, this, &EraseDialog::erase);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    choose(Customer);
}

void EraseDialog::lay() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    auto* text = makeLabel(13, false, "text2");
    text->setWordWrap(true);
    text->setText(tr("For a customer who asks to be forgotten, or for sales that are too old to be kept. The undo history, backups and the "
                     "states of interrupted trainings are erased with them. Copies that you made and the files that you imported are not touched."));
    column->addWidget(text);
    const QString choices[] = {tr("Every sale of a customer"), tr("An order"), tr("Every sale before a day")};
    for (int what = Customer; what <= Before; ++what) {
        auto* choice = new QRadioButton(choices[what]);
        m_what->addButton(choice, what);
        column->addWidget(choice);
    }
    m_what->button(Customer)->setChecked(true);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setDate(QDate(1970, 1, 1).addDays(m_session.facts().firstDay == noDay ? 0 : m_session.facts().firstDay));
    m_day->setAccessibleName(choices[Before]);
    m_values->addWidget(m_text);
    m_values->addWidget(m_day);
    m_values->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->addWidget(m_values);
    column->addWidget(m_note);
    column->addStretch();
    auto* buttons = new QDialogButtonBox;
    m_close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_look = buttons->addButton(tr("Show what would go"), QDialogButtonBox::ActionRole);
    m_erase = buttons->addButton(tr("Erase for good"), QDialogButtonBox::ActionRole);
    m_erase->setProperty("kind", QStringLiteral("danger"));
    m_look->setDefault(true);
    column->addWidget(buttons);
    setMinimumWidth(560);
}

void EraseDialog::choose(What what) {
    m_values->setCurrentIndex(what == Before ? 1 : 0);
    m_text->setPlaceholderText(what == Order ? tr("The order number") : tr("The customer, as written in the imported file"));
    m_text->setAccessibleName(m_what->button(what == Order ? Order : Customer)->text());
    forgetPreview();
    m_values->currentWidget()->setFocus();
}

ErasureRequest EraseDialog::request() const {
    ErasureRequest request;
    switch (m_what->checkedId()) {
        case Customer: request.customer = m_text->text().trimmed().toStdString(); break;
        case Order: request.order = m_text->text().trimmed().toStdString(); break;
        default: request.before = static_cast<Day>(QDate(1970, 1, 1).daysTo(m_day->date())); break;
    }
    return request;
}

/// Nothing is erased that was not shown first.
void EraseDialog::forgetPreview() {
    ++m_asked;
    m_note->hide();
    m_erase->setEnabled(false);
    m_look->setEnabled(m_what->checkedId() == Before || !m_text->text().trimmed().isEmpty());
}

void EraseDialog::look() {
    forgetPreview();
    m_look->setEnabled(false);
    m_session.engine().call(method::erasePreview, request(),
                            {.context = this,
                             .succeeded =
                                 [this, asked = m_asked](const nlohmann::json& json) {
                                     if (asked != m_asked) {
                                         return;
                                     }
                                     const auto preview = json.get<ErasurePreview>();
                                     const bool isFound = preview.lines > 0 || preview.rejectTexts > 0;
                                     m_note->setNote(isFound ? NoteCard::Tone::Warn : NoteCard::Tone::Info,
                                                     isFound ? tr("This cannot be undone") : tr("Nothing was found"), previewText(preview));
                                     m_note->show();
                                     m_erase->setEnabled(isFound);
                                     m_look->setEnabled(true);
                                 },
                             .failed = [this](const ErrorBody& error) { showFailure(error); }});
}

void EraseDialog::showFailure(const ErrorBody& error) {
    const Error told = error.toError();
    m_note->setNote(NoteCard::Tone::Error, errorText(told), errorHint(told));
    m_note->show();
    m_look->setEnabled(true);
}

void EraseDialog::erase() {
    Job* job = m_session.startJob(tr("Erasing sales"), method::eraseRun, request());
    if (job == nullptr) {
        m_note->setNote(NoteCard::Tone::Error, tr("Another job is running."), tr("Wait for it, or stop it at the foot of the window."));
        return;
    }
    m_erase->setEnabled(false);
    m_look->setEnabled(false);
    m_note->setNote(NoteCard::Tone::Info, tr("Erasing…"), QString());
    connect(job, &Job::succeeded, this, [this](const nlohmann::json& json) {
        const auto outcome = json.get<ErasureOutcome>();
        const bool isClean = outcome.proof.isClean();
        m_note->setNote(isClean ? NoteCard::Tone::Ok : NoteCard::Tone::Error, isClean ? tr("Erased") : tr("Something is left"), outcomeText(outcome));
        m_look->setEnabled(true);
    });
    connect(job, &Job::failed, this, &EraseDialog::showFailure);
    connect(job, &Job::cancelled, this, &EraseDialog::forgetPreview);
}

QString EraseDialog::previewText(const ErasurePreview& preview) {
    if (preview.lines == 0 && preview.rejectTexts == 0) {
        return tr("No sale line matches. Write it as the imported file does.");
    }
    QStringList parts;
    if (preview.lines > 0) {
        const QLocale locale;
        parts.append(tr("%1 sale lines in %2 orders from %3 to %4 would be erased; %5 lines stay.")
                         .arg(countText(preview.lines), countText(preview.orders), dateText(preview.firstDay, locale),
                              dateText(preview.lastDay, locale), countText(preview.linesLeft)));
    }
    parts.append(tr("Also the text of %1 rejected rows, %2 undo steps and %3 backups.")
                     .arg(countText(preview.rejectTexts), countText(preview.undoSteps), countText(preview.backups)));
    if (preview.runs > 0) {
        parts.append(tr("Forecasts stay, but have learnt from these sales: train again afterwards."));
    }
    return parts.join(QLatin1Char('\n'));
}

QString EraseDialog::outcomeText(const ErasureOutcome& outcome) {
    QStringList parts{tr("%1 sale lines were erased.").arg(countText(outcome.erased.lines))};
    if (outcome.erased.standIns > 0) {
        parts = {tr("%1 sale lines were put together into %2 daily sums.").arg(countText(outcome.erased.lines), countText(outcome.erased.standIns))};
    }
    const ErasureProof& proof = outcome.proof;
    if (proof.isClean()) {
        parts.append(tr("Every byte of %1 files was searched for %2 texts and marks of these lines, and every line read again: nothing is left.")
                         .arg(countText(proof.files), countText(proof.needles)));
    } else {
        parts.append(tr("%1 lines and %2 places still show what was to be erased. Close other programs that use the project and try again.")
                         .arg(countText(proof.linesLeft), countText(std::ssize(proof.finds))));
    }
    return parts.join(QLatin1Char('\n'));
}

}  // namespace foresell
