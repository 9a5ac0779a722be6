// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/data_overview.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "core/protocol/cleaning_messages.h"
#include "core/protocol/import_messages.h"
#include "core/protocol/methods.h"
#include "ui/charts/chart_text.h"
#include "ui/import/gap_model.h"
#include "ui/import/import_list_model.h"
#include "ui/import/import_words.h"
#include "ui/import/items_view.h"
#include "ui/import/lines_view.h"
#include "ui/import/month_bars.h"
#include "ui/import/quality_figure.h"
#include "ui/import/reject_model.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

namespace {

constexpr int rejectsShown = 1000;
constexpr int mostImportRows = 8;

}  // namespace

DataOverview::DataOverview(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_span(new QualityFigure), m_gapFigure(new QualityFigure), m_repeats(new QualityFigure),
      m_rejected(new QualityFigure), m_new(new QualityFigure), m_ended(new QualityFigure), m_seldom(new QualityFigure),
      m_soldOut(new QualityFigure), m_views(new QButtonGroup(this)), m_takeBack(makeButton("plain")), m_export(makeButton("plain")), m_correct(makeButton("plain")),
      m_stack(new QStackedWidget), m_lines(new LinesView(session)), m_items(new ItemsView(session)), m_imports(new ImportListModel(this)), m_gaps(new GapModel(this)), m_rejects(new RejectModel(this)),
      m_importTable(new QTableView), m_gapTable(new QTableView), m_rejectTable(new QTableView), m_sum(new ElidedLabel(12, false, "text2")),
      m_noGap(makeLabel(13, false, "text2")), m_noReject(makeLabel(13, false, "text2")), m_monthHead(makeLabel(14, true)), m_note(makeLabel(12, false, "text2")), m_months(new MonthBars) {
    lay();
    connect(m_span, &QualityFigure::clicked, this, [this] {
        show(Imports);
        m_months->setFocus();
    });
    connect(m_gapFigure, &QualityFigure::clicked, this, [this] { show(Gaps); });
    connect(m_rejected, &QualityFigure::clicked, this, [this] { show(Rejects); });
    const std::pair<QualityFigure*, const char*> kinds[] = {{m_new, "new"}, {m_ended, "ended"}, {m_seldom, "gaps"}, {m_soldOut, "sold_out"}};
    for (const auto& [figure, kind] : kinds) {
        connect(figure, &QualityFigure::clicked, this, [this, what = QString::fromLatin1(kind)] { showItems(what); });
    }
    connect(m_items, &ItemsView::linesWanted, this, &DataOverview::showLines);
    connect(m_repeats, &QualityFigure::clicked, this, &DataOverview::repeatsWanted);
    connect(m_views, &QButtonGroup::idClicked, this, [this](int view) { show(static_cast<View>(view)); });
    connect(m_takeBack, &QPushButton::clicked, this, &DataOverview::takeBack);
    connect(m_export, &QPushButton::clicked, this, &DataOverview::exportRejects);
    connect(m_correct, &QPushButton::clicked, this, &DataOverview::importCorrected);
    connect(m_rejects, &RejectModel::dataChanged, this, [this] { m_correct->setEnabled(!m_rejects->corrected().empty()); });
    connect(m_importTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { m_takeBack->setEnabled(now.isValid() && !m_session.isBusy()); });
    connect(&session, &ProjectSession::changed, this, &DataOverview::refresh);
    retranslate();
    show(Imports);
}

void DataOverview::lay() {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* strip = new QGridLayout;
    strip->setContentsMargins(12, 2, 12, 2);
    strip->setSpacing(2);
    strip->setHorizontalSpacing(8);
    int place = 0;
    for (QualityFigure* figure : {m_span, m_gapFigure, m_repeats, m_rejected, m_new, m_ended, m_seldom, m_soldOut}) {
        strip->addWidget(figure, place / 4, place % 4);
        strip->setColumnStretch(place % 4, 1);
        ++place;
    }
    rows->addLayout(strip);
    rows->addWidget(makeHairline());
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(24, 12, 24, 12);
    bar->setSpacing(0);
    for (int view = Imports; view <= Rejects; ++view) {
        auto* button = makeButton("plain");
        button->setCheckable(true);
        button->setProperty("segment", true);
        m_views->addButton(button, view);
        bar->addWidget(button);
    }
    bar->addSpacing(12);
    bar->addWidget(m_sum, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    bar->addSpacing(12);
    bar->addLayout(buttons);
    for (QPushButton* button : {m_takeBack, m_correct, m_export}) {
        button->setProperty("control", QStringLiteral("tool"));
        buttons->addWidget(button);
    }
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    rows->addLayout(bar);
    for (QTableView* table : {m_importTable, m_gapTable, m_rejectTable}) {
        styleTable(table);
    }
    m_gapTable->setModel(m_gaps);
    m_rejectTable->setModel(m_rejects);
    showWhenEmpty(m_noGap, m_gapTable);
    showWhenEmpty(m_noReject, m_rejectTable);
    const int gapWidths[] = {180, 180, 80, 0};
    for (int column = 0; column < GapModel::Meaning; ++column) {
        m_gapTable->setColumnWidth(column, gapWidths[column]);
    }
    const int rejectWidths[] = {190, 140, 240, 140, 0};
    for (int column = 0; column < RejectModel::Text; ++column) {
        m_rejectTable->setColumnWidth(column, rejectWidths[column]);
    }
    m_stack->addWidget(makeImports());
    m_stack->addWidget(m_lines);
    m_stack->addWidget(m_items);
    for (QTableView* table : {m_gapTable, m_rejectTable}) {
        auto* box = new QWidget;
        auto* inner = new QVBoxLayout(box);
        inner->setContentsMargins(16, 0, 16, 16);
        inner->addWidget(table);
        m_stack->addWidget(box);
    }
    rows->addWidget(m_stack, 1);
}

QWidget* DataOverview::makeImports() {
    m_importTable->setModel(m_imports);
    QHeaderView* head = m_importTable->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(ImportListModel::File, QHeaderView::Stretch);
    const int widths[] = {0, 110, 170, 110, 110, 120, 110};
    for (int column = ImportListModel::Kind; column < ImportListModel::ColumnCount; ++column) {
        m_importTable->setColumnWidth(column, widths[column]);
    }
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(16, 0, 16, 16);
    rows->setSpacing(8);
    rows->addWidget(m_importTable);
    m_monthHead->setContentsMargins(8, 16, 0, 0);
    rows->addWidget(m_monthHead);
    rows->addWidget(m_months, 1);
    m_months->setMaximumHeight(480);
    rows->addStretch();
    return box;
}

void DataOverview::show(View view) {
    m_stack->setCurrentIndex(view);
    m_views->button(view)->setChecked(true);
    m_takeBack->setVisible(view == Imports);
    m_export->setVisible(view == Rejects);
    m_correct->setVisible(view == Rejects);
    if (view == Lines) {
        m_lines->activate();
    } else if (view == Items) {
        m_items->activate();
    }
    showFigures();
}

void DataOverview::showItems(const QString& kind) {
    m_items->show(kind);
    show(Items);
}

void DataOverview::showLines(const QString& item) {
    m_lines->show({.item = item.toStdString(), .sort = "item"});
    show(Lines);
}

void DataOverview::activate() {
    const ProjectFacts& facts = m_session.facts();
    if (facts.lines == 0 || m_qualityRevision == facts.revision) {
        return;
    }
    m_qualityRevision = facts.revision;
    if (m_stack->currentIndex() == Lines) {
        m_lines->activate();
    } else if (m_stack->currentIndex() == Items) {
        m_items->activate();
    }
    m_session.engine().call(method::dataQuality, nlohmann::json::object(),
                            {.context = this,
                             .succeeded =
                                 [this](const nlohmann::json& json) {
                                     m_quality = json.get<DataQuality>();
                                     m_gaps->setGaps(m_quality.gaps);
                                     m_months->setMonths(m_quality.months);
                                     showFigures();
                                 },
                             .failed = [this](const ErrorBody& error) { emit m_session.failed(error); }});
}

void DataOverview::refresh() {
    const ProjectFacts& facts = m_session.facts();
    m_imports->setImports(facts.imports);
    fitImports();
    if (!facts.imports.empty()) {
        m_importTable->selectRow(static_cast<int>(facts.imports.size()) - 1);
    }
    m_takeBack->setEnabled(!facts.imports.empty() && !m_session.isBusy());
    if (facts.lines == 0) {
        m_quality = {};
        m_gaps->setGaps({});
        m_months->setMonths({});
    }
    m_monthHead->setVisible(facts.lines > 0);
    m_months->setVisible(facts.lines > 0);
    fillRejects();
    showFigures();
    if (isVisible()) {
        activate();
    }
}

void DataOverview::fitImports() {
    const int rows = std::clamp(m_imports->rowCount(), 1, mostImportRows);
    m_importTable->setFixedHeight(Theme::instance().px(28) * (rows + 1) + 4);
}

void DataOverview::showFigures() {
    const ProjectFacts& facts = m_session.facts();
    const QLocale locale;
    const bool isKnown = m_quality.lines > 0;
    const auto days = m_quality.lastDay - m_quality.firstDay + 1;
    m_span->setFigure(tr("Span"), isKnown ? tr("%n day(s)", nullptr, static_cast<int>(days)) : QStringLiteral("–"),
                      isKnown ? dateText(m_quality.firstDay, locale) + QStringLiteral(" – ") + dateText(m_quality.lastDay, locale) : QString(), false);
    int missing = 0;
    for (const SalesGap& gap : m_quality.gaps) {
        missing += gap.days;
    }
    QStringList closed;
    for (const int day : m_quality.closedWeekdays) {
        closed.append(locale.dayName(day + 1, QLocale::ShortFormat));
    }
    const QString gaps = m_quality.gaps.empty() ? tr("no gap") : tr("%n gap(s)", nullptr, static_cast<int>(m_quality.gaps.size()));
    m_gapFigure->setFigure(tr("Days without sales"), isKnown ? countText(missing) : QStringLiteral("–"),
                           closed.isEmpty() ? gaps : gaps + QStringLiteral(" · ") + tr("closed: %1").arg(closed.join(QLatin1Char(' '))), false);
    const bool isCleaned = facts.cleaning.is_object();
    std::int64_t repeats = 0;
    if (isCleaned) {
        repeats = facts.cleaning.get<CleaningSummary>().facts.exactRepeats;
    }
    m_repeats->setFigure(tr("Exact repeats"), isCleaned ? countText(repeats) : QStringLiteral("–"),
                         isCleaned ? tr("shown by Cleaning") : tr("counted by Cleaning"), false);
    showItemFigures();
    const ImportCounts& counts = facts.counts;
    m_rejected->setFigure(tr("Rejected rows"), countText(counts.rejected), tr("of %1 rows read").arg(countText(counts.read)), counts.rejected > 0);
    m_sum->setText(counts.read == 0 ? QString()
                                    : tr("Sales rows: %1 read = %2 imported + %3 known before + %4 rejected")
                                          .arg(countText(counts.read), countText(counts.imported), countText(counts.duplicate), countText(counts.rejected)));
}

void DataOverview::showItemFigures() {
    const ItemSummary& items = m_quality.items;
    const bool isKnown = items.items > 0;
    const QString none = QStringLiteral("–");
    m_new->setFigure(tr("New items"), isKnown ? countText(items.newItems) : none,
                     isKnown ? tr("first sold in the last %n day(s)", nullptr, items.stretch) : QString(), false);
    m_ended->setFigure(tr("Ended items"), isKnown ? countText(items.endedItems) : none,
                       isKnown ? tr("not sold in the last %n day(s)", nullptr, items.stretch) : QString(), false);
    m_seldom->setFigure(tr("Days without a sale"), isKnown ? percentText(items.shareWithoutSales()) : none,
                        isKnown ? tr("of an item, on average") : QString(), false);
    m_soldOut->setFigure(tr("Sold-out days"), items.knowsStock ? countText(items.daysSoldOut) : none,
                         items.knowsStock ? tr("of %n item(s)", nullptr, static_cast<int>(items.soldOutItems)) : tr("no stock file yet"), false);
}

void DataOverview::fillRejects() {
    std::vector<Reject> rejects;
    std::vector<QString> files;
    std::vector<int> imports;
    for (const ImportRecord& import : m_session.facts().imports) {
        if (import.counts.rejected == 0 || rejects.size() >= rejectsShown || !m_session.isOpen()) {
            continue;
        }
        try {
            for (Reject& reject : m_session.reader()->rejects(import.id, 0, rejectsShown - static_cast<std::int64_t>(rejects.size()))) {
                rejects.push_back(std::move(reject));
                files.push_back(QString::fromStdString(import.source.name));
                imports.push_back(import.id.value);
            }
        } catch (const Error& error) {
            emit m_session.failed(ErrorBody::fromError(error));
        }
    }
    m_export->setEnabled(!rejects.empty());
    m_correct->setEnabled(false);
    m_rejects->setRejects(std::move(rejects), std::move(files), std::move(imports));
}

/// One import after the other; the rows of those that are through are marked.
void DataOverview::importCorrected() {
    const auto corrected = m_rejects->corrected();
    if (corrected.empty()) {
        return;
    }
    ImportRequest request;
    request.corrects = corrected.begin()->first;
    request.rows = corrected.begin()->second;
    if (Job* job = m_session.startJob(tr("Importing corrected rows"), method::importRun, request)) {
        connect(job, &Job::succeeded, this, [this, import = request.corrects] {
            m_rejects->markImported(import);
            importCorrected();
        });
    }
}

void DataOverview::exportRejects() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the rejected rows"), QStringLiteral("rejected.csv"), tr("Tables (*.csv)"));
    if (file.isEmpty()) {
        return;
    }
    try {
        std::vector<Reject> rejects;
        std::vector<QString> files;
        for (const ImportRecord& import : m_session.facts().imports) {
            for (Reject& reject : m_session.reader()->rejects(import.id, 0, import.counts.rejected)) {
                rejects.push_back(std::move(reject));
                files.push_back(QString::fromStdString(import.source.name));
            }
        }
        RejectModel all;
        all.setRejects(std::move(rejects), std::move(files));
        exportCsv(all, file);
    } catch (const Error& error) {
        emit m_session.failed(ErrorBody::fromError(error));
    }
}

void DataOverview::takeBack() {
    const int row = m_importTable->currentIndex().row();
    if (row < 0) {
        return;
    }
    m_session.engine().call(method::importUndo, ImportUndoRequest{m_imports->at(row).id.value},
                            {.context = this, .succeeded = [](const nlohmann::json&) {},
                             .failed = [this](const ErrorBody& error) { emit m_session.failed(error); }});
}

void DataOverview::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DataOverview::retranslate() {
    const QString names[] = {tr("Imports"), tr("Sale lines"), tr("Items"), tr("Gaps"), tr("Rejected rows")};
    for (int view = Imports; view <= Rejects; ++view) {
        m_views->button(view)->setText(names[view]);
    }
    m_takeBack->setText(tr("Take this import back"));
    m_takeBack->setToolTip(tr("Can be undone with Ctrl+Z"));
    m_export->setText(tr("Export…"));
    m_correct->setText(tr("Import corrected rows"));
    m_correct->setToolTip(tr("Double-click a row's text, correct it, then import the corrected rows"));
    m_monthHead->setText(tr("Sale lines a month"));
    m_months->setAccessibleName(tr("Sale lines a month"));
    m_importTable->setAccessibleName(tr("Imports"));
    m_noGap->setText(tr("Every day has sales."));
    m_noReject->setText(tr("No row was rejected."));
    m_gapTable->setAccessibleName(tr("Days without sales"));
    m_rejectTable->setAccessibleName(tr("Rejected rows"));
    refresh();
}

}  // namespace foresell
