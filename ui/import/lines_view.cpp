// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/lines_view.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "core/protocol/line_messages.h"
#include "core/protocol/methods.h"
#include "ui/charts/before_after_chart.h"
#include "ui/import/import_words.h"
#include "ui/import/lines_model.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr std::int64_t linesOfPage = 500;
constexpr int weeksHeight = 190;
constexpr int roomForWeeks = 400;

QDate toDate(Day day) {
    return QDate(1970, 1, 1).addDays(day);
}

Day dayOf(const QDate& date) {
    return static_cast<Day>(QDate(1970, 1, 1).daysTo(date));
}

QDateEdit* makeDay() {
    auto* edit = new QDateEdit;
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setFixedWidth(126);
    return edit;
}

}  // namespace

LinesView::LinesView(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new LinesModel(this)), m_search(new QLineEdit), m_state(new QComboBox), m_from(makeDay()),
      m_to(makeDay()), m_clear(makeButton("quiet")), m_export(makeButton("plain")), m_plainExport(new QAction(this)), m_customerExport(new QAction(this)), m_stop(makeButton("plain")), m_first(makeButton("plain")),
      m_previous(makeButton("plain")), m_next(makeButton("plain")), m_last(makeButton("plain")), m_table(new QTableView),
      m_none(makeLabel(13, false, "text2")), m_place(makeLabel(12, false, "text2")), m_item(makeLabel(12, true)), m_weeks(new BeforeAfterChart), m_wait(new QTimer(this)) {
    lay();
    m_wait->setSingleShot(true);
    m_wait->setInterval(250);
    connect(m_search, &QLineEdit::textChanged, m_wait, qOverload<>(&QTimer::start));
    connect(m_wait, &QTimer::timeout, this, &LinesView::filter);
    connect(m_state, &QComboBox::activated, this, &LinesView::filter);
    connect(m_from, &QDateEdit::dateChanged, m_wait, qOverload<>(&QTimer::start));
    connect(m_to, &QDateEdit::dateChanged, m_wait, qOverload<>(&QTimer::start));
    connect(m_clear, &QPushButton::clicked, this, [this] { show({}); });
    connect(m_stop, &QPushButton::clicked, this, &LinesView::stop);
    auto* exports = new QMenu(m_export);
    exports->setToolTipsVisible(true);
    exports->addActions({m_plainExport, m_customerExport});
    m_export->setMenu(exports);
    connect(m_plainExport, &QAction::triggered, this, [this] { exportLines(false); });
    connect(m_customerExport, &QAction::triggered, this, [this] { exportLines(true); });
    connect(m_first, &QPushButton::clicked, this, [this] { load(0); });
    connect(m_previous, &QPushButton::clicked, this, [this] { load(std::max<std::int64_t>(0, m_offset - linesOfPage)); });
    connect(m_next, &QPushButton::clicked, this, [this] { load(m_offset + linesOfPage); });
    connect(m_last, &QPushButton::clicked, this, [this] { load(std::max<std::int64_t>(0, (m_model->total() - 1) / linesOfPage * linesOfPage)); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &LinesView::sortBy);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LinesView::showWeeks);
    retranslate();
}

void LinesView::lay() {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 0, 16, 12);
    rows->setSpacing(8);
    rows->addWidget(makeFilters());
    styleTable(m_table);
    m_table->setModel(m_model);
    showWhenEmpty(m_none, m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    enableCopy(m_table);
    QHeaderView* head = m_table->horizontalHeader();
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    const int widths[] = {150, 110, 190, 90, 90, 130, 70, 90, 100};
    for (int column = 0; column < LinesModel::State; ++column) {
        m_table->setColumnWidth(column, widths[column]);
    }
    rows->addWidget(m_table, 1);
    rows->addWidget(makePager());
    m_item->setContentsMargins(8, 0, 0, 0);
    rows->addWidget(m_item);
    m_weeks->setFixedHeight(weeksHeight);
    rows->addWidget(m_weeks);
    m_item->hide();
    m_weeks->hide();
    m_stop->hide();
}

QWidget* LinesView::makeFilters() {
    auto* box = new QWidget;
    auto* bar = new QHBoxLayout(box);
    bar->setContentsMargins(8, 0, 8, 0);
    bar->setSpacing(8);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(240);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_state);
    bar->addWidget(m_from);
    bar->addWidget(m_to);
    bar->addWidget(m_clear);
    bar->addStretch();
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    bar->addWidget(m_export);
    for (QPushButton* button : {m_clear, m_export, m_stop, m_first, m_previous, m_next, m_last}) {
        button->setProperty("control", QStringLiteral("tool"));
    }
    return box;
}

QWidget* LinesView::makePager() {
    auto* box = new QWidget;
    auto* bar = new QHBoxLayout(box);
    bar->setContentsMargins(8, 0, 8, 0);
    bar->setSpacing(4);
    bar->addWidget(m_place, 1);
    bar->addWidget(m_stop);
    for (QPushButton* button : {m_first, m_previous, m_next, m_last}) {
        bar->addWidget(button);
    }
    return box;
}

void LinesView::show(const LineQuery& query) {
    if (query == m_query && m_revision == m_session.facts().revision) {
        return;
    }
    m_query = query;
    fillFilters();
    load(0);
}

void LinesView::activate() {
    if (m_session.facts().lines > 0 && m_revision != m_session.facts().revision) {
        fillFilters();
        load(0);
    }
}

/// The controls as the query has it.
void LinesView::fillFilters() {
    m_isFilling = true;
    const ProjectFacts& facts = m_session.facts();
    if (facts.firstDay != noDay) {
        // The day before the first stands for "no bound", shown as a word.
        m_from->setDateRange(toDate(facts.firstDay).addDays(-1), toDate(facts.lastDay));
        m_to->setDateRange(toDate(facts.firstDay).addDays(-1), toDate(facts.lastDay));
    }
    m_from->setDate(m_query.from == noDay ? m_from->minimumDate() : toDate(m_query.from));
    m_to->setDate(m_query.to == noDay ? m_to->minimumDate() : toDate(m_query.to));
    m_search->setText(QString::fromStdString(m_query.item.empty() ? m_query.search : m_query.item));
    m_state->setCurrentIndex(std::max(0, m_state->findData(QString::fromStdString(m_query.state))));
    m_wait->stop();
    m_isFilling = false;
}

void LinesView::filter() {
    if (m_isFilling || !m_session.isOpen()) {
        return;
    }
    LineQuery query;
    query.sort = m_query.sort;
    query.isDescending = m_query.isDescending;
    query.search = m_search->text().trimmed().toStdString();
    if (!m_query.item.empty() && query.search == m_query.item) {
        query.item = m_query.item;
        query.search.clear();
    }
    query.state = m_state->currentData().toString().toStdString();
    query.from = m_from->date() == m_from->minimumDate() ? noDay : dayOf(m_from->date());
    query.to = m_to->date() == m_to->minimumDate() ? noDay : dayOf(m_to->date());
    if (query == m_query) {
        return;
    }
    m_query = query;
    load(0);
}

void LinesView::sortBy(int column) {
    const std::string sort = LinesModel::sortName(column);
    if (!sort.empty()) {
        m_query.isDescending = m_query.sort == sort && !m_query.isDescending;
        m_query.sort = sort;
        load(0);
    }
    showPager();
}

void LinesView::load(std::int64_t offset) {
    if (!m_session.isOpen()) {
        return;
    }
    stop();
    m_offset = offset;
    m_revision = m_session.facts().revision;
    m_request = m_session.engine().call(method::linesPage, LinePageRequest{m_query, offset, linesOfPage},
                                        {.context = this,
                                         .succeeded =
                                             [this](const nlohmann::json& json) {
                                                 m_request = 0;
                                                 m_model->setPage(json.get<LinePage>());
                                                 m_table->scrollToTop();
                                                 showPager();
                                                 emit loaded();
                                             },
                                         .failed =
                                             [this](const ErrorBody& error) {
                                                 m_request = 0;
                                                 m_model->setPage({});
                                                 showPager();
                                                 emit m_session.failed(error);
                                                 emit loaded();
                                             },
                                         .progressed = [this](const Progress& progress) { showProgress(progress); }});
}

/// The page that was there stays.
void LinesView::stop() {
    if (m_request != 0) {
        m_session.engine().cancel(m_request);
        m_request = 0;
        showPager();
        emit loaded();
    }
}

void LinesView::showProgress(const Progress& progress) {
    if (m_request == 0 || progress.total == 0) {
        return;
    }
    m_stop->show();
    m_place->setText(tr("Searching… %1").arg(percentText(static_cast<double>(progress.done) / static_cast<double>(progress.total))));
}

void LinesView::showPager() {
    m_stop->hide();
    const std::int64_t total = m_model->total();
    const std::int64_t last = std::min(m_offset + linesOfPage, total);
    m_place->setText(total == 0 ? tr("No line is found.") : tr("Lines %1 – %2 of %3").arg(countText(m_offset + 1), countText(last), countText(total)));
    m_first->setEnabled(m_offset > 0);
    m_previous->setEnabled(m_offset > 0);
    m_next->setEnabled(last < total);
    m_last->setEnabled(last < total);
    m_export->setEnabled(total > 0 && !m_session.isBusy());
    m_clear->setVisible(!(m_query == LineQuery{.sort = m_query.sort, .isDescending = m_query.isDescending}));
    const int column = LinesModel::columnOfSort(m_query.sort);
    m_table->horizontalHeader()->setSortIndicator(column, m_query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

/// In a low window the chart gives way to the lines.
void LinesView::placeWeeks() {
    const bool isShown = !m_weeksOf.empty() && height() >= Theme::instance().px(roomForWeeks);
    m_item->setVisible(isShown);
    m_weeks->setVisible(isShown);
}

void LinesView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeWeeks();
}

void LinesView::showWeeks() {
    const QModelIndex now = m_table->currentIndex();
    const std::string item = now.isValid() ? m_model->at(now.row()).item : std::string();
    if (item == m_weeksOf) {
        return;
    }
    m_weeksOf = item;
    placeWeeks();
    if (m_weeksRequest != 0) {
        m_session.engine().cancel(m_weeksRequest);
        m_weeksRequest = 0;
    }
    if (item.empty()) {
        return;
    }
    const QString name = QString::fromStdString(m_model->at(now.row()).name);
    m_item->setText(tr("%1: units a week").arg(name.isEmpty() ? QString::fromStdString(item) : name));
    m_weeksRequest = m_session.engine().call(method::linesWeeks, LineWeeksRequest{LineQuery{.item = item}},
                                             {.context = this, .succeeded = [this, name](const nlohmann::json& json) {
                                                  m_weeksRequest = 0;
                                                  const auto weeks = json.get<LineWeeks>();
                                                  BeforeAfterData data{name, {}, {}, {}, tr("as imported"), tr("after cleaning")};
                                                  for (std::size_t week = 0; week < weeks.sold.size(); ++week) {
                                                      data.days.push_back(weeks.firstDay + static_cast<Day>(7 * week));
                                                      data.before.push_back(toDouble(weeks.sold[week]));
                                                      data.after.push_back(toDouble(weeks.kept[week]));
                                                  }
                                                  m_weeks->setData(std::move(data));
                                              },
                                              .failed = [this](const ErrorBody&) { m_weeksRequest = 0; }});
}

void LinesView::exportLines(bool withCustomers) {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export sale lines"), QStringLiteral("sales.xlsx"),
                                                      tr("Excel workbook (*.xlsx);;Tables (*.csv)"));
    if (!file.isEmpty()) {
        m_session.startJob(tr("Exporting sale lines"), method::linesExport, LineExportRequest{m_query, file.toStdString(), withCustomers});
    }
}

void LinesView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void LinesView::retranslate() {
    m_isFilling = true;
    const QVariant state = m_state->currentData();
    m_state->clear();
    const std::pair<QString, const char*> states[] = {{tr("All lines"), ""},           {tr("Kept by cleaning"), "kept"},
                                                      {tr("Set aside"), "set_aside"},  {tr("Corrected"), "corrected"},
                                                      {tr("Below zero"), "returns"},   {tr("Nothing paid"), "no_price"},
                                                      {tr("Sums of days"), "sums"}};
    for (const auto& [text, value] : states) {
        m_state->addItem(text, QString::fromLatin1(value));
    }
    m_state->setCurrentIndex(std::max(0, m_state->findData(state)));
    m_state->setAccessibleName(tr("Which lines"));
    m_none->setText(tr("No sale line fits."));
    m_search->setPlaceholderText(tr("Find item, place or order"));
    m_search->setAccessibleName(tr("Find item, place or order"));
    m_from->setSpecialValueText(tr("from the first"));
    m_from->setAccessibleName(tr("From day"));
    m_to->setSpecialValueText(tr("to the last"));
    m_to->setAccessibleName(tr("To day"));
    m_clear->setText(tr("Show all"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Every line that is found, as an Excel workbook or CSV"));
    m_plainExport->setText(tr("Without customers…"));
    m_customerExport->setText(tr("With the keys of customers…"));
    m_customerExport->setToolTip(tr("Keys tell customers apart and name nobody."));
    m_stop->setText(tr("Stop"));
    const std::pair<QPushButton*, QString> pages[] = {{m_first, tr("First")}, {m_previous, tr("Previous")}, {m_next, tr("Next")}, {m_last, tr("Last")}};
    for (const auto& [button, text] : pages) {
        button->setText(text);
    }
    m_table->setAccessibleName(tr("Sale lines"));
    m_weeks->setAccessibleName(tr("Units a week of the chosen item"));
    m_isFilling = false;
    m_weeksOf.clear();
    m_model->setPage({});
    m_revision = -1;
    if (isVisible()) {
        activate();
    }
    showPager();
}

}  // namespace foresell
