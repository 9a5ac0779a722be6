// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_wizard.h"

#include <QAction>
#include <QDate>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>

#include "core/protocol/methods.h"
#include "ui/import/import_words.h"
#include "ui/import/preview_header.h"
#include "ui/import/preview_model.h"
#include "ui/import/reading_choices.h"
#include "ui/import/reading_panel.h"
#include "ui/import/reject_model.h"
#include "ui/import/week_one_dialog.h"
#include "ui/import/wizard_note.h"
#include "ui/import/wizard_steps.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/page.h"

namespace foresell {

ImportWizard::ImportWizard(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_steps(new WizardSteps), m_choices(new ReadingChoices(m_request)), m_note(new NoteCard), m_preview(new PreviewModel(this)),
      m_head(new PreviewHeader(*m_preview)), m_rejects(new RejectModel(this)), m_tables(new QStackedWidget), m_table(new QTableView),
      m_rejectTable(new QTableView), m_foot(makeLabel(12, false, "text2")), m_legend(new QLabel),
      m_legendText(makeLabel(12, false, "text2")), m_hidden(makeLabel(12, false, "text2")), m_other(makeButton("link")),
      m_side(new ReadingPanel), m_cancel(new QAction(this)), m_skip(new QAction(this)), m_back(new QAction(this)),
      m_next(new QAction(this)) {
    lay();
    m_next->setIcon(themedIcon(QStringLiteral("next"), Role::OnAccent));
    connect(m_cancel, &QAction::triggered, this, [this] { leave(true); });
    connect(m_skip, &QAction::triggered, this, [this] { leave(false); });
    connect(m_back, &QAction::triggered, this, [this] { setStage(Stage::Columns); });
    connect(m_next, &QAction::triggered, this, [this] { run(m_stage == Stage::Columns); });
    connect(m_choices, &ReadingChoices::corrected, this, &ImportWizard::askForPreview);
    connect(m_choices, &ReadingChoices::weeksChosen, this, [this] {
        m_choices->show(m_preview->preview());  // stays what it was until the day is known
        askForWeekOne();
    });
    connect(m_head, &PreviewHeader::fieldChosen, this, &ImportWizard::setField);
    connect(m_note, &NoteCard::clicked, this, &ImportWizard::noteClicked);
    retranslate();
}

QString ImportWizard::title() const {
    return importTitle(m_preview->preview().role);
}

QString ImportWizard::facts() const {
    const qint64 size = m_file.isEmpty() ? static_cast<qint64>(m_request.text.size()) : QFileInfo(m_file).size();
    QStringList facts{fileTitle(), m_request.database.isSet() ? tr("from a database") : QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat),
                      tr("into %1").arg(QString::fromStdString(m_session.facts().settings.name)),
                      tr("shop time %1").arg(QString::fromStdString(m_session.facts().settings.timeZone))};
    if (m_waiting > 0) {
        facts.append(tr("%n more file(s) after this one", nullptr, m_waiting));
    }
    return facts.join(QStringLiteral("  ·  "));
}

QList<QAction*> ImportWizard::quietActions() const {
    return m_waiting > 0 ? QList<QAction*>{m_cancel, m_skip} : QList<QAction*>{m_cancel};
}

QList<QAction*> ImportWizard::plainActions() const {
    return m_stage == Stage::Checked ? QList<QAction*>{m_back} : QList<QAction*>{};
}

QAction* ImportWizard::primaryAction() const {
    return m_next;
}

void ImportWizard::look(const QString& file, int waiting) {
    m_file = file;
    m_waiting = waiting;
    m_request = {};
    m_request.files = {file.toStdString()};
    begin();
}

void ImportWizard::look(const DatabaseRequest& database) {
    m_file = database.table.empty() ? tr("query") : QString::fromStdString(database.table);
    m_waiting = 0;
    m_request = {};
    m_request.database = database;
    begin();
}

void ImportWizard::lookAtText(const QString& text) {
    m_file.clear();
    m_waiting = 0;
    m_request = {};
    m_request.text = text.toStdString();
    begin();
}

QString ImportWizard::fileTitle() const {
    return m_file.isEmpty() ? tr("Pasted table") : QFileInfo(m_file).fileName();
}

void ImportWizard::begin() {
    m_request.role.clear();  // the engine tells the roles apart
    m_result = {};
    m_error = {};
    m_preview->setPreview({});
    m_head->rebuild();
    m_side->show(m_preview->preview(), {});
    m_choices->show(m_preview->preview());
    askForPreview();
}

void ImportWizard::askForPreview() {
    const int generation = ++m_generation;
    m_result = {};
    if (m_preview->rowCount() == 0) {
        setStage(Stage::Looking);
    }
    m_session.engine().call(method::importPreview, m_request,
                            {.context = this,
                             .succeeded =
                                 [this, generation](const nlohmann::json& result) {
                                     if (generation == m_generation) {
                                         showPreview(result.get<ImportPreviewResult>());
                                     }
                                 },
                             .failed =
                                 [this, generation](const ErrorBody& error) {
                                     if (generation == m_generation) {
                                         m_error = error;
                                         setStage(Stage::Failed);
                                     }
                                 }});
}

void ImportWizard::showPreview(ImportPreviewResult preview) {
    const bool isSameTable = m_preview->columnCount() == static_cast<int>(preview.columns.size());
    m_preview->setPreview(std::move(preview));
    if (!isSameTable) {
        m_head->putUsedFirst();
    }
    m_head->rebuild();
    if (!isSameTable) {
        m_table->resizeColumnsToContents();
        for (int column = 0; column < m_preview->columnCount(); ++column) {
            m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column) + 16, 124, 280));
        }
    }
    m_choices->show(m_preview->preview());
    m_side->show(m_preview->preview(), {});
    setStage(Stage::Columns);
}

void ImportWizard::setField(int column, const QString& field) {
    const ImportColumn& each = m_preview->preview().columns[static_cast<std::size_t>(column)];
    if (!each.field.empty()) {
        m_request.fields[each.field] = "";
    }
    if (!field.isEmpty()) {
        m_request.fields[field.toStdString()] = each.name;
    }
    askForPreview();
}

void ImportWizard::run(bool isDryRun) {
    m_request.isDryRun = isDryRun;
    const QString name = fileTitle();
    Job* job = m_session.startJob(isDryRun ? tr("Checking %1").arg(name) : tr("Importing %1").arg(name), method::importRun, m_request);
    if (job == nullptr) {
        return;
    }
    setStage(isDryRun ? Stage::Checking : Stage::Importing);
    const int generation = ++m_generation;
    connect(job, &Job::succeeded, this, [this, generation, isDryRun](const nlohmann::json& json) {
        if (generation != m_generation) {
            return;
        }
        if (!isDryRun) {
            emit left();
            return;
        }
        m_result = json.get<ImportResult>();
        m_side->show(m_preview->preview(), m_result.counts);
        m_rejects->setRejects(m_result.rejects);
        setStage(Stage::Checked);
        showTable(m_result.counts.rejected > 0);
    });
    const auto goBack = [this, generation] {
        if (generation == m_generation) {
            setStage(Stage::Columns);
        }
    };
    connect(job, &Job::failed, this, goBack);
    connect(job, &Job::cancelled, this, goBack);
}

void ImportWizard::leave(bool withTheRest) {
    ++m_generation;
    // Another page's work goes on.
    if ((m_stage == Stage::Checking || m_stage == Stage::Importing) && m_session.isBusy()) {
        m_session.job()->cancel();
    }
    if (withTheRest) {
        emit abandoned();
    } else {
        emit left();
    }
}

void ImportWizard::setStage(Stage stage) {
    m_stage = stage;
    const int steps[] = {0, 1, 2, 2, 3, 0};
    m_steps->setCurrent(steps[static_cast<int>(stage)]);
    const bool isChecked = stage == Stage::Checked || stage == Stage::Importing;
    const std::int64_t toImport = m_result.counts.imported;
    m_next->setEnabled((stage == Stage::Columns && m_preview->preview().missing.empty()) || (stage == Stage::Checked && toImport > 0));
    const std::int64_t rows = m_preview->preview().estimatedRows;
    m_next->setText(isChecked                ? tr("Import %1 rows").arg(countText(toImport))
                    : rows > 0 && rows < 50'000 ? tr("Check %1 rows").arg(countText(rows))
                                             : tr("Check the whole file"));
    const bool mayCorrect = stage == Stage::Columns || stage == Stage::Checked || stage == Stage::Failed;
    m_choices->setUsable(mayCorrect);
    m_table->setEnabled(mayCorrect);
    m_head->setVisible(m_preview->columnCount() > 0);
    if (stage != Stage::Checked) {
        showTable(false);
    }
    showNote();
    showFoot();
    emit headerChanged();
}

void ImportWizard::showNote() {
    WizardNote note;
    switch (m_stage) {
        case Stage::Looking: note = {NoteCard::Tone::Info, tr("Looking at the file…"), {}, {}}; break;
        case Stage::Columns: note = WizardNote::ofColumns(m_preview->preview(), m_request.skipsHiddenRows); break;
        case Stage::Checking: note = {NoteCard::Tone::Info, tr("Reading the whole file…"), tr("Nothing is stored yet."), {}}; break;
        case Stage::Checked: note = WizardNote::ofCount(m_result.counts); break;
        case Stage::Importing: note = {NoteCard::Tone::Info, tr("Importing…"), tr("You can go on working on other pages."), {}}; break;
        case Stage::Failed:
            note = {NoteCard::Tone::Error, errorText(m_error.toError()), errorHint(m_error.toError()), tr("Choose another file…")};
            break;
    }
    m_note->setNote(note.tone, note.head, note.text, note.button);
}

void ImportWizard::askForWeekOne() {
    auto* dialog = new WeekOneDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_request.dateFormat = weeksFrom + dialog->day().toString(Qt::ISODate).toStdString();
        if (const QString column = weekColumn(m_preview->preview()); !column.isEmpty()) {
            m_request.fields["date"] = column.toStdString();
        }
        askForPreview();
    });
    dialog->open();
}

void ImportWizard::noteClicked() {
    if (m_stage == Stage::Columns && !weekColumn(m_preview->preview()).isEmpty()) {
        askForWeekOne();
        return;
    }
    if (m_stage == Stage::Columns && !m_preview->preview().preset.empty()) {
        m_request.preset = "none";
        m_request.fields.clear();
        askForPreview();
        return;
    }
    if (m_stage == Stage::Columns) {
        m_request.skipsHiddenRows = !m_request.skipsHiddenRows;
        askForPreview();
        return;
    }
    emit anotherFileWanted();
}

void ImportWizard::showTable(bool isOfRejects) {
    m_tables->setCurrentWidget(isOfRejects ? m_rejectTable : m_table);
    showFoot();
}

void ImportWizard::showFoot() {
    const ImportPreviewResult& preview = m_preview->preview();
    const bool isOfRejects = m_tables->currentWidget() == m_rejectTable;
    const auto rejected = m_result.counts.rejected;
    const int shown = isOfRejects ? m_rejects->rowCount() : m_preview->rowCount();
    m_foot->setText(isOfRejects ? (rejected > shown ? tr("The first %1 of %2 rejected rows").arg(shown).arg(countText(rejected))
                                                    : tr("%n rejected row(s)", nullptr, shown))
                                : tr("The first %n row(s)", nullptr, shown));
    m_foot->setVisible(shown > 0);
    m_other->setText(isOfRejects ? tr("Show the first rows") : tr("Show rejected rows (%1)").arg(countText(rejected)));
    m_other->setVisible(m_stage == Stage::Checked && rejected > 0);
    const bool hasFaults = !isOfRejects && !preview.faults.empty();
    m_legend->setVisible(hasFaults);
    m_legendText->setVisible(hasFaults);
    const Theme& theme = Theme::instance();
    m_legend->setStyleSheet(QStringLiteral("background: %1; border: 1px solid %2; border-radius: 3px;")
                                .arg(theme.color(Role::WarnTint).name(), theme.color(Role::Warn).name()));
    const int hidden = isOfRejects ? 0 : m_head->hiddenToTheRight();
    m_hidden->setText(hidden > 0 ? tr("%n more column(s) to the right", nullptr, hidden) : QString());
}

void ImportWizard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showFoot();
}

void ImportWizard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ImportWizard::retranslate() {
    m_steps->setNames({tr("File"), tr("Columns"), tr("Check"), tr("Import")});
    m_choices->retranslate();
    m_cancel->setText(tr("Cancel"));
    m_skip->setText(tr("Skip this file"));
    m_back->setText(tr("Back"));
    m_legendText->setText(tr("cannot be imported"));
    m_table->setAccessibleName(tr("First rows of the file"));
    m_rejectTable->setAccessibleName(tr("Rejected rows"));
    m_choices->show(m_preview->preview());
    m_head->rebuild();
    m_side->show(m_preview->preview(), m_result.counts);
    setStage(m_stage);
}

}  // namespace foresell
