// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include "ui/charts/time_chart.h"
#include "ui/forecast/forecast_page.h"
#include "ui/forecast/forecast_source.h"
#include "ui/forecast/item_delegate.h"
#include "ui/forecast/item_model.h"
#include "ui/forecast/period_model.h"
#include "ui/forecast/series_table_model.h"
#include "ui/forecast/trust_panel.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/line_delegate.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 328;
constexpr int inspectorWidth = 272;

void styleTable(QTableView* table) {
    table->setShowGrid(false);
    table->setItemDelegate(new LineDelegate(table));
    table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    table->verticalHeader()->setDefaultSectionSize(28);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setCornerButtonEnabled(false);
}

QComboBox* toolCombo() {
    auto* combo = new QComboBox;
    combo->setProperty("control", u"tool"_s);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

/// Fills a combo box anew without losing the choice.
void setTexts(QComboBox* combo, const QStringList& texts) {
    const QSignalBlocker quiet(combo);
    for (int i = 0; i < texts.size(); ++i) {
        i < combo->count() ? combo->setItemText(i, texts[i]) : combo->addItem(texts[i]);
    }
}

}  // namespace

ForecastPage::ForecastPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_source(new ForecastSource(this)), m_items(new ItemModel(this)), m_periods(new PeriodModel(this)),
      m_table(new SeriesTableModel(this)), m_sizes(new SeriesTableModel(this)) {
    m_export = new QAction(themedIcon(u"export"_s), QString(), this);
    m_report = new QAction(themedIcon(u"report"_s, Role::OnAccent), QString(), this);
    m_newOnly = new QAction(this);
    m_endedOnly = new QAction(this);
    m_largeOnly = new QAction(this);
    m_unusualOnly = new QAction(this);
    m_empty = new EmptyState(u"forecast"_s);
    auto* work = new QWidget;
    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_trust = new TrustPanel;
    m_trust->setObjectName(u"inspector"_s);
    m_trust->setAttribute(Qt::WA_StyledBackground);
    auto* inspector = new QScrollArea;
    inspector->setWidget(m_trust);
    inspector->setWidgetResizable(true);
    inspector->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inspector->setFrameShape(QFrame::NoFrame);
    inspector->setFixedWidth(inspectorWidth);
    m_inspectorArea = inspector;
    row->addWidget(makeSide());
    row->addWidget(makeContent(), 1);
    row->addWidget(inspector);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(work);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_source, &ForecastSource::ready, this, &ForecastPage::adoptView);
    connect(m_source, &ForecastSource::failed, this, [this](const QString& message) {
        m_empty->setTexts(tr("The forecast cannot be read"), message, tr("Train a forecast"));
        m_stack->setCurrentIndex(0);
    });
    connect(m_empty, &EmptyState::clicked, this, [this] { emit goTo(PageId::Training); });
    connect(m_report, &QAction::triggered, this, [this] { emit goTo(PageId::Report); });
    connect(m_export, &QAction::triggered, this, &ForecastPage::exportCsv);
    connect(&session, &ProjectSession::projectChanged, this, &ForecastPage::reload);
    connect(&session, &ProjectSession::changed, this, [this] {
        if (isVisible()) {
            reload();
        }
    });
    retranslate();
    adoptView();
}

QWidget* ForecastPage::makeSide() {
    m_side = new QWidget;
    m_side->setObjectName(u"side"_s);
    m_side->setFixedWidth(sideWidth);
    m_search = new QLineEdit;
    m_search->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_grouping = toolCombo();
    m_sorting = toolCombo();
    m_filter = new QToolButton;
    m_filter->setIcon(themedIcon(u"filter"_s));
    m_filter->setPopupMode(QToolButton::InstantPopup);
    auto* filters = new QMenu(m_filter);
    filters->addActions({m_newOnly, m_endedOnly, m_largeOnly, m_unusualOnly});
    filters->setToolTipsVisible(true);
    for (QAction* const filter : filters->actions()) {
        filter->setCheckable(true);
        connect(filter, &QAction::toggled, this, &ForecastPage::applyFilter);
    }
    m_filter->setMenu(filters);
    m_listHead = makeLabel(12, false, "text2");
    m_listTotal = makeLabel(12, false, "text2");
    m_shown = makeLabel(12, false, "text2");
    m_shown->hide();
    m_tree = new QTreeView;
    m_tree->setObjectName(u"sideList"_s);
    m_tree->setModel(m_items);
    m_tree->setItemDelegate(new ItemDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setMouseTracking(true);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(12, 12, 0, 0);
    column->setSpacing(8);
    auto* combos = new QHBoxLayout;
    combos->setContentsMargins(0, 0, 12, 0);
    combos->addWidget(m_grouping, 1);
    combos->addWidget(m_sorting, 1);
    combos->addWidget(m_filter);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 4, 12, 0);
    head->addWidget(m_listHead);
    head->addStretch(1);
    head->addWidget(m_listTotal);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(0, 0, 12, 0);
    search->addWidget(m_search);
    column->addLayout(search);
    column->addLayout(combos);
    column->addLayout(head);
    column->addWidget(makeHairline());
    column->addWidget(m_tree, 1);
    column->addWidget(m_shown);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ForecastPage::showCurrent);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_items->setSearch(text);
        if (!text.isEmpty()) {
            m_tree->expandAll();
        }
        applyFilter();
    });
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this](int choice) {
        m_items->setGrouped(choice == 0);
        applyFilter();
    });
    connect(m_sorting, &QComboBox::currentIndexChanged, this, [this](int choice) {
        m_items->setSort(static_cast<ItemModel::Sort>(choice));
        applyFilter();
    });
    return m_side;
}

QWidget* ForecastPage::makeTools() {
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(24, 8, 24, 4);
    row->setSpacing(0);
    const auto segment = [&] {
        auto* button = makeButton("plain");
        button->setProperty("segment", true);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        row->addWidget(button);
        return button;
    };
    m_chartButton = segment();
    m_tableButton = segment();
    m_sizesButton = segment();
    m_chartButton->setChecked(true);
    m_span = toolCombo();
    m_bands = toolCombo();
    m_reset = new QToolButton;
    m_reset->setIcon(themedIcon(u"reset"_s));
    row->addStretch(1);
    row->addWidget(m_span);
    row->addSpacing(8);
    row->addWidget(m_bands);
    row->addSpacing(8);
    row->addWidget(m_reset);
    return tools;
}

QWidget* ForecastPage::makePlan() {
    auto* plan = new QWidget;
    auto* column = new QVBoxLayout(plan);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(24, 8, 24, 0);
    m_planTitle = makeLabel(14, true);
    m_planFacts = makeLabel(12, false, "text2");
    head->addWidget(m_planTitle);
    head->addWidget(m_planFacts);
    head->addStretch(1);
    m_plan = new QTableView;
    m_plan->setModel(m_periods);
    styleTable(m_plan);
    m_plan->horizontalHeader()->setDefaultSectionSize(76);
    m_plan->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(makeHairline());
    column->addLayout(head);
    auto* table = new QHBoxLayout;
    table->setContentsMargins(16, 0, 0, 0);
    table->addWidget(m_plan);
    column->addLayout(table);
    return plan;
}

QWidget* ForecastPage::makeContent() {
    auto* content = new QWidget;
    content->setObjectName(u"content"_s);
    m_figures = new FigureStrip(4);
    m_chart = new TimeChart;
    m_tableView = new QTableView;
    m_tableView->setModel(m_table);
    styleTable(m_tableView);
    m_tableView->verticalHeader()->hide();
    m_tableView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_views = new QStackedWidget;
    m_views->addWidget(m_chart);
    m_views->addWidget(m_tableView);
    m_sizesView = new QTableView;
    m_sizesView->setModel(m_sizes);
    styleTable(m_sizesView);
    m_sizesView->verticalHeader()->hide();
    m_sizesView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_views->addWidget(m_sizesView);
    auto* views = new QHBoxLayout;
    views->setContentsMargins(16, 0, 16, 4);
    views->addWidget(m_views);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    column->addWidget(makeTools());
    column->addLayout(views, 1);
    column->addWidget(makePlan());
    connect(m_chartButton, &QPushButton::clicked, m_views, [this] { m_views->setCurrentIndex(0); });
    connect(m_tableButton, &QPushButton::clicked, m_views, [this] { m_views->setCurrentIndex(1); });
    connect(m_sizesButton, &QPushButton::clicked, m_views, [this] { m_views->setCurrentIndex(2); });
    connect(m_chart, &TimeChart::tableRequested, m_tableButton, &QPushButton::click);
    connect(m_reset, &QToolButton::clicked, m_chart, &TimeChart::reset);
    connect(m_bands, &QComboBox::currentIndexChanged, this, &ForecastPage::chooseBands);
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] { m_chart->showLastYears(m_span->currentData().toDouble()); });
    return content;
}

void ForecastPage::retranslate() {
    m_empty->setTexts(tr("No forecast yet"), tr("Train a forecast first. It then appears here, item by item, with the range in which sales will likely lie."), tr("Train a forecast"));
    m_export->setText(tr("Export…"));
    m_report->setText(tr("Open report"));
    m_newOnly->setText(tr("New items only"));
    m_endedOnly->setText(tr("Ended items only"));
    m_endedOnly->setToolTip(tr("Sold before, but not in the last three months"));
    m_largeOnly->setText(tr("Changes of more than 30% only"));
    m_unusualOnly->setText(tr("Unusual items only"));
    m_filter->setToolTip(tr("Filter items"));
    m_grouping->setAccessibleName(tr("How items are grouped"));
    m_sorting->setAccessibleName(tr("How items are sorted"));
    m_bands->setAccessibleName(tr("Bands shown"));
    m_span->setAccessibleName(tr("Time shown"));
    m_filter->setAccessibleName(tr("Filter items"));
    m_reset->setToolTip(tr("Show everything (Home)"));
    m_reset->setAccessibleName(tr("Show everything"));
    m_listHead->setText(tr("Item"));
    m_search->setAccessibleName(tr("Search items"));
    m_tree->setAccessibleName(tr("Items"));
    m_plan->setAccessibleName(tr("Forecast by period"));
    m_tableView->setAccessibleName(tr("Sales and forecast as a table"));
    setTexts(m_grouping, {tr("By category"), tr("All items")});
    setTexts(m_sorting, {tr("Highest value"), tr("Most units"), tr("Largest rise"), tr("Largest fall"), tr("Largest test error"), tr("Name")});
    setTexts(m_bands, {tr("Bands 50, 80, 95%"), tr("Band 80%"), tr("Band 50%"), tr("No bands")});
    setTexts(m_span, {tr("All history"), tr("Last 2 years"), tr("Last year"), tr("Last 3 months")});
    for (const auto& [index, years] : {std::pair(0, 0.0), std::pair(1, 2.0), std::pair(2, 1.0), std::pair(3, 0.25)}) {
        m_span->setItemData(index, years);
    }
    m_chartButton->setText(tr("Chart"));
    m_tableButton->setText(tr("Table"));
    m_sizesButton->setText(tr("Sizes"));
    m_sizesButton->setToolTip(tr("How the style's demand is shared among its sizes. Export writes the forecast of every size."));
    m_sizesView->setAccessibleName(tr("Forecast by size"));
    m_planTitle->setText(tr("Forecast by period"));
    m_planFacts->setText(tr("in units; likely between the two ends four times out of five"));
    m_items->retranslate();
    showCount();
    if (m_source->view() != nullptr) {
        adoptView();
        showCurrent();
    }
}

}  // namespace foresell
