// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_wizard.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
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

#include "core/import/import_preset.h"
#include "core/protocol/methods.h"
#include "ui/import/import_words.h"
#include "ui/import/preview_header.h"
#include "ui/import/preview_model.h"
#include "ui/import/reading_panel.h"
#include "ui/import/reject_model.h"
#include "ui/import/week_one_dialog.h"
#include "ui/import/wizard_steps.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/page.h"

namespace foresell {

/// What stands above the table: how things are, and what can be done about it.
struct ImportWizard::Note {
    NoteCard::Tone tone = NoteCard::Tone::Info;
    QString head, text, button;
};

namespace {

constexpr int listMargin = 32;
const QString presetPrefix = QStringLiteral("preset:");
const QString weeksFrom = QStringLiteral("weeks from ");
const QString weekChoice = QStringLiteral("weeks");

void fill(QComboBox* combo, const QList<std::pair<QString, QString>>& choices, const QString& current) {
    const QSignalBlocker quiet(combo);
    combo->clear();
    for (const auto& [text, value] : choices) {
        combo->addItem(text, value);
    }
    if (combo->findData(current) < 0 && !current.isEmpty()) {
        combo->addItem(current, current);
    }
    combo->setCurrentIndex(combo->findData(current));
}

}  // namespace

ImportWizard::ImportWizard(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_steps(new WizardSteps), m_note(new NoteCard), m_preview(new PreviewModel(this)),
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
    fillChoices();
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
    fillChoices();
    m_side->show(m_preview->preview(), {});
    setStage(Stage::Columns);
}

void ImportWizard::fillChoices() {
    // A database needs none of them.
    for (QComboBox* choice : {m_encoding, m_delimiter, m_header}) {
        choice->setEnabled(!m_request.database.isSet());
    }
    const ImportPreviewResult& preview = m_preview->preview();
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    QList<std::pair<QString, QString>> roles;
    for (const QString& role : importRoles()) {
        roles.append({roleChoice(role.toStdString()), role});
    }
    for (const ImportPreset& preset : importPresets()) {
        roles.append({text(QLocale().language() == QLocale::Chinese ? preset.chinese : preset.english), QString(presetPrefix + text(preset.name))});
    }
    const bool isChosen = !m_request.preset.empty() && m_request.preset != "none" && preview.preset == m_request.preset;
    fill(m_role, roles, isChosen ? QString(presetPrefix + text(preview.preset)) : text(preview.role));
    m_role->view()->setMinimumWidth(m_role->view()->sizeHintForColumn(0) + listMargin);
    fill(m_encoding, {{QStringLiteral("UTF-8"), QStringLiteral("UTF-8")}, {tr("GB18030 (Chinese)"), QStringLiteral("GB18030")}, {tr("Big5 (Chinese)"), QStringLiteral("Big5")},
                      {tr("Shift_JIS (Japanese)"), QStringLiteral("Shift_JIS")},
                      {QStringLiteral("UTF-16 LE"), QStringLiteral("UTF-16LE")}, {QStringLiteral("UTF-16 BE"), QStringLiteral("UTF-16BE")},
                      {tr("Windows-1252 (Western)"), QStringLiteral("windows-1252")}}, text(preview.encoding));
    fill(m_delimiter, {{tr("Comma"), QStringLiteral(",")}, {tr("Tab"), QStringLiteral("tab")}, {tr("Semicolon"), QStringLiteral(";")},
                       {tr("Bar"), QStringLiteral("|")}}, text(preview.delimiter));
    QList<std::pair<QString, QString>> rows{{tr("None"), QStringLiteral("0")}};
    for (int row = 1; row <= std::max(10, static_cast<int>(preview.headerRow) + 5); ++row) {
        rows.append({tr("Row %1").arg(row), QString::number(row)});
    }
    fill(m_header, rows, preview.columns.empty() ? QString() : QString::number(preview.headerRow));
    QList<std::pair<QString, QString>> formats{{tr("Year first"), QStringLiteral("year first")}, {tr("Day first (31/12)"), QStringLiteral("day first")},
                   {tr("Month first (12/31)"), QStringLiteral("month first")}, {tr("Days from 1900"), QStringLiteral("days from 1900")},
                   {tr("Days from 1904"), QStringLiteral("days from 1904")}, {tr("Week numbers…"), weekChoice}};
    if (const QString format = text(preview.dateFormat); format.startsWith(weeksFrom)) {
        formats.append({tr("Weeks from %1").arg(QLocale().toString(QDate::fromString(format.mid(weeksFrom.size()), Qt::ISODate), QLocale::ShortFormat)), format});
    }
    fill(m_dates, formats, text(preview.dateFormat));
    fill(m_layout, {{tr("A row for each"), QStringLiteral("long")}, {tr("Days side by side"), QStringLiteral("dates across")},
                    {tr("Items side by side"), QStringLiteral("items across")}}, text(preview.layout));
    QList<std::pair<QString, QString>> sheets;
    for (const std::string& sheet : preview.sheets) {
        sheets.append({text(sheet), text(sheet)});
    }
    if (sheets.size() > 1) {
        sheets.append({tr("Every sheet"), QStringLiteral("*")});
    }
    fill(m_sheet, sheets, m_request.sheet == "*" ? QStringLiteral("*") : text(preview.sheet));
    QList<std::pair<QString, QString>> days;
    for (const auto& [title, value] : QList<std::pair<QString, QString>>{{tr("Day of the order"), QStringLiteral("ordered")},
                                                                          {tr("Day of payment"), QStringLiteral("paid")},
                                                                          {tr("Day of dispatch"), QStringLiteral("shipped")}}) {
        if (std::find(preview.dateChoices.begin(), preview.dateChoices.end(), value.toStdString()) != preview.dateChoices.end()) {
            days.append({title, value});
        }
    }
    fill(m_counts, days, text(preview.dateCounts));
    const bool isWorkbook = !preview.sheets.empty();
    const bool hasDays = days.size() > 1;
    for (QComboBox* combo : choices()) {
        const bool isOfText = combo == m_encoding || combo == m_delimiter;
        // Which day counts is only open in exports whose layout is known.
        const bool isShown = combo == m_sheet ? isWorkbook : combo == m_counts ? hasDays : combo == m_layout ? !hasDays : !isOfText || !isWorkbook;
        combo->setVisible(isShown);
        m_names[choices().indexOf(combo)]->setVisible(isShown);
    }
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

void ImportWizard::correct(QComboBox* choice) {
    const std::string value = choice->currentData().toString().toStdString();
    if (choice == m_header) {
        m_request.headerRow = choice->currentData().toInt();
    } else if (choice == m_dates && value == weekChoice.toStdString()) {
        fillChoices();  // stays what it was until the day is known
        askForWeekOne();
        return;
    } else if (choice == m_dates) {
        m_request.dateFormat = value;
    } else if (choice == m_counts) {
        m_request.dateCounts = value;
    } else if (choice == m_layout) {
        m_request.layout = value == "long" ? "long" : "wide";
    } else if (choice == m_sheet) {
        m_request.sheet = value;
        m_request.headerRow = -1;
    } else {
        if (choice == m_role && choice->currentData().toString().startsWith(presetPrefix)) {
            m_request.preset = value.substr(static_cast<std::size_t>(presetPrefix.size()));
            m_request.role.clear();
            m_request.dateCounts.clear();
            m_request.fields.clear();
            askForPreview();
            return;
        }
        if (choice == m_role && !m_request.preset.empty()) {
            m_request.preset = "none";  // it was chosen, and is not wanted any more
        }
        (choice == m_role ? m_request.role : choice == m_encoding ? m_request.encoding : m_request.delimiter) = value;
    }
    if (choice != m_dates && choice != m_counts) {
        m_request.fields.clear();  // they named columns that may not be there any more
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
    for (QComboBox* combo : choices()) {
        combo->setEnabled(mayCorrect && combo->currentIndex() >= 0);
    }
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
    Note note;
    switch (m_stage) {
        case Stage::Looking: note = {NoteCard::Tone::Info, tr("Looking at the file…"), {}, {}}; break;
        case Stage::Columns: note = noteForColumns(); break;
        case Stage::Checking: note = {NoteCard::Tone::Info, tr("Reading the whole file…"), tr("Nothing is stored yet."), {}}; break;
        case Stage::Checked: note = noteForCount(); break;
        case Stage::Importing: note = {NoteCard::Tone::Info, tr("Importing…"), tr("You can go on working on other pages."), {}}; break;
        case Stage::Failed:
            note = {NoteCard::Tone::Error, errorText(m_error.toError()), errorHint(m_error.toError()), tr("Choose another file…")};
            break;
    }
    m_note->setNote(note.tone, note.head, note.text, note.button);
}

ImportWizard::Note ImportWizard::noteForColumns() const {
    const ImportPreviewResult& preview = m_preview->preview();
    QStringList missing;
    for (const std::string& field : preview.missing) {
        missing.append(fieldTitle(field));
    }
    if (!weekColumn().isEmpty()) {
        return {NoteCard::Tone::Warn, tr("The column \"%1\" numbers its weeks").arg(weekColumn()),
                tr("Say on which day week 1 began, and the other weeks follow."), tr("Choose the day…")};
    }
    if (!missing.isEmpty()) {
        return {NoteCard::Tone::Error, tr("Still missing: %1").arg(missing.join(tr(", "))),
                tr("Choose it from the list above the column that holds it."), {}};
    }
    if (preview.isDateOrderOpen) {
        return {NoteCard::Tone::Warn, tr("Every date so far can be read day first and month first."),
                tr("Choose under Dates which it is; else the whole file decides."), {}};
    }
    if (preview.sampleRejected > 0) {
        return {NoteCard::Tone::Warn, tr("%n of the first rows cannot be imported", nullptr, static_cast<int>(preview.sampleRejected)),
                preview.faults.empty() ? tr("They stand further down; the check lists them with the reason. Go on: they are kept as rejected rows.")
                                       : tr("They are tinted; hovering says why. Correct what was detected, or go on: they are kept as rejected rows with their reason."), {}};
    }
    const auto matched = std::count_if(preview.columns.begin(), preview.columns.end(),
                                       [](const ImportColumn& column) { return !column.field.empty(); });
    const QString rows = preview.estimatedRows == preview.sampleRows ? countText(preview.sampleRows) : tr("about %1").arg(countText(preview.estimatedRows));
    if (!preview.presetMissing.empty()) {
        QStringList lost;
        for (const std::string& name : preview.presetMissing) {
            lost.append(QString::fromStdString(name));
        }
        return {NoteCard::Tone::Warn, tr("This looks like an export of before with other columns: %1").arg(presetTitle()),
                tr("Not in it: %1. Look whether the columns below are right.").arg(lost.join(tr(", "))), tr("Read it by its cells alone")};
    }
    if (!preview.preset.empty()) {
        return {NoteCard::Tone::Ok, tr("This is an export that Foresell knows: %1").arg(presetTitle()),
                tr("Its columns, order states and refunds are read as that platform means them. Nothing is stored yet."), tr("Read it by its cells alone")};
    }
    if (preview.tables > 1) {
        return {NoteCard::Tone::Ok, tr("Foresell can read this file"),
                tr("This is the first of %n tables in it; all of them are checked and imported alike.", nullptr, static_cast<int>(preview.tables)), {}};
    }
    if (preview.hiddenRows > 0) {
        return {NoteCard::Tone::Info, tr("The spreadsheet hides %n of its rows", nullptr, static_cast<int>(preview.hiddenRows)),
                m_request.skipsHiddenRows ? tr("They are left out.") : tr("They are read like the others."),
                m_request.skipsHiddenRows ? tr("Read them too") : tr("Leave them out")};
    }
    const QString text = preview.estimatedRows > 0 ? tr("%1 of %2 columns are read, %3 rows. Nothing is stored yet.")
                                                         .arg(QString::number(matched), QString::number(preview.columns.size()), rows)
                                                   : tr("%1 of %2 columns are read. Nothing is stored yet.").arg(matched).arg(preview.columns.size());
    return {NoteCard::Tone::Ok, tr("Foresell can read this file"), text, {}};
}

QString ImportWizard::presetTitle() const {
    const ImportPreviewResult& preview = m_preview->preview();
    return QString::fromStdString(QLocale().language() == QLocale::Chinese ? preview.presetChinese : preview.presetEnglish);
}

ImportWizard::Note ImportWizard::noteForCount() const {
    const ImportCounts& counts = m_result.counts;
    if (counts.imported == 0) {
        return {NoteCard::Tone::Warn, tr("There is nothing new in this file"),
                counts.rejected == 0 ? tr("All its rows are known from an earlier import.") : tr("Its rows are known already or cannot be read."), {}};
    }
    if (counts.rejected > 0) {
        return {NoteCard::Tone::Warn, tr("%1 of %2 rows would be rejected").arg(countText(counts.rejected), countText(counts.read)),
                tr("Below is why. Go back and correct what was detected, or import the others: rejected rows are kept with their reason."), {}};
    }
    return {NoteCard::Tone::Ok, tr("The whole file was read and the count adds up"), tr("Nothing is stored yet."), {}};
}

/// Where no column holds a date, the one whose numbers may be weeks.
QString ImportWizard::weekColumn() const {
    const ImportPreviewResult& preview = m_preview->preview();
    const auto found = std::find_if(preview.columns.begin(), preview.columns.end(), [](const ImportColumn& column) { return column.evidence == "week_numbers"; });
    const bool isMissing = std::find(preview.missing.begin(), preview.missing.end(), "date") != preview.missing.end();
    return found == preview.columns.end() || !isMissing ? QString() : QString::fromStdString(found->name);
}

void ImportWizard::askForWeekOne() {
    auto* dialog = new WeekOneDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_request.dateFormat = QString(weeksFrom + dialog->day().toString(Qt::ISODate)).toStdString();
        if (const QString column = weekColumn(); !column.isEmpty()) {
            m_request.fields["date"] = column.toStdString();
        }
        askForPreview();
    });
    dialog->open();
}

void ImportWizard::noteClicked() {
    if (m_stage == Stage::Columns && !weekColumn().isEmpty()) {
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
    const QStringList names{tr("What it is"), tr("Sheet"), tr("Encoding"), tr("Separator"), tr("Layout"), tr("Header"), tr("Dates"), tr("Sold on")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_names[i]->setText(names[i]);
        m_names[i]->buddy()->setAccessibleName(names[i]);
    }
    m_cancel->setText(tr("Cancel"));
    m_skip->setText(tr("Skip this file"));
    m_back->setText(tr("Back"));
    m_legendText->setText(tr("cannot be imported"));
    m_table->setAccessibleName(tr("First rows of the file"));
    m_rejectTable->setAccessibleName(tr("Rejected rows"));
    fillChoices();
    m_head->rebuild();
    m_side->show(m_preview->preview(), m_result.counts);
    setStage(m_stage);
}

}  // namespace foresell
