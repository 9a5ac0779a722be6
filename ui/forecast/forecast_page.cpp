// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/forecast_page.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <cmath>

#include "core/protocol/methods.h"
#include "core/protocol/training_messages.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/time_chart.h"
#include "ui/forecast/forecast_source.h"
#include "ui/forecast/item_delegate.h"
#include "ui/forecast/item_model.h"
#include "ui/forecast/period_model.h"
#include "ui/forecast/series_table_model.h"
#include "ui/forecast/trust_panel.h"
#include "ui/forecast/unusual_text.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/theme.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int inspectorFrom = 1280;  ///< narrower windows show no inspector
constexpr int railWidth = 80;
constexpr int lowPage = 680;

}  // namespace

ForecastPage::~ForecastPage() = default;

QString ForecastPage::title() const {
    const QModelIndex current = m_tree->currentIndex();
    return current.isValid() ? current.data().toString() : tr("Forecast");
}

QString ForecastPage::facts() const {
    const auto view = m_source->view();
    if (view == nullptr) {
        return {};
    }
    const QModelIndex current = m_tree->currentIndex();
    QStringList facts;
    if (current.isValid()) {
        facts.append(current.data(ItemModel::SubtitleRole).toString());
    }
    const QString ahead = periodsText(view->horizon(), view->history().axis.kind);
    facts.append(tr("forecast for %1 from %2").arg(ahead, dateText(view->firstForecastDay(), QLocale())));
    facts.append(methodName(view->result().model, view->history().axis.kind));
    return facts.join(u"  ·  "_s);
}

QList<QAction*> ForecastPage::plainActions() const {
    return m_source->view() == nullptr ? QList<QAction*>() : QList<QAction*>{m_export};
}

QAction* ForecastPage::primaryAction() const {
    return m_source->view() == nullptr ? nullptr : m_report;
}

void ForecastPage::activated() {
    reload();
}

void ForecastPage::showItem(const QString& code) {
    m_wanted = code;
    if (m_source->view() == nullptr) {
        return;
    }
    QModelIndex index = m_items->find(code);
    if (!index.isValid()) {
        m_search->clear();
        m_newOnly->setChecked(false);
        m_endedOnly->setChecked(false);
        m_largeOnly->setChecked(false);
        m_unusualOnly->setChecked(false);
        index = m_items->find(code);
    }
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
        m_wanted.clear();
    }
}

void ForecastPage::reload() {
    if (!session().isOpen()) {
        m_source->clear();
        m_path.clear();
        m_revision = -1;
        adoptView();
        return;
    }
    const qint64 revision = session().reader()->revision();
    if (revision == m_revision && session().path() == m_path) {
        return;
    }
    if (session().path() != m_path) {
        m_source->clear();
        adoptView();
    }
    m_revision = revision;
    m_path = session().path();
    m_source->start(m_path);
}

void ForecastPage::adoptView() {
    const auto view = m_source->view();
    const QString kept = m_wanted.isEmpty() ? m_tree->currentIndex().data(ItemModel::CodeRole).toString() : m_wanted;
    m_items->setView(view);
    showUnusual();
    m_grouping->setVisible(m_items->hasCategories());
    m_stack->setCurrentIndex(view == nullptr ? 0 : 1);
    if (view != nullptr) {
        m_search->setPlaceholderText(tr("Search %n item(s)", nullptr, m_items->itemCount()).replace(QString::number(m_items->itemCount()), numberText(m_items->itemCount(), QLocale())));
        const QModelIndex again = kept.isEmpty() ? QModelIndex() : m_items->find(kept);
        m_tree->setCurrentIndex(again.isValid() ? again : m_items->shopIndex());
        m_listTotal->setText(tr("Next %1, vs last year").arg(periodsText(view->headlineSteps(), view->history().axis.kind)));
    }
    emit headerChanged();
}

/// The filter of unusual items says how many there are, or what it takes to tell them.
void ForecastPage::showUnusual() {
    const auto view = m_source->view();
    const bool isTold = view != nullptr && view->unusual().isTold();
    m_unusualOnly->setEnabled(isTold);
    if (!isTold) {
        m_unusualOnly->setChecked(false);
    }
    m_unusualOnly->setToolTip(isTold ? unusualSummary(*view) : tr("Train the method “autoencoder” once: it marks items whose latest sales are unlike their usual course."));
}

void ForecastPage::showCurrent() {
    const auto view = m_source->view();
    const QModelIndex current = m_tree->currentIndex();
    if (view == nullptr || !current.isValid()) {
        return;
    }
    const std::vector<int>& series = m_items->seriesOf(current);
    const double years = m_span->currentData().toDouble();
    m_chart->setData(m_source->chartData(series, current.data().toString()));
    m_chart->showLastYears(years);
    const SeriesSum sum = view->sum(series);
    m_periods->setValues(view, sum);
    fitPlan();
    m_table->setLines(m_chart->lines());
    showSizes();
    m_trust->setContent(*view, view->total(series, view->horizon()), series.size() > 1, sum, m_source->comingEvents(series),
                        m_source->calendarNote());
    m_trust->setUnusual(view->unusual().find(current.data(ItemModel::CodeRole).toString().toStdString()), *view);
    showFigures();
    emit headerChanged();
}

/// The size curve of a style with what it lets expect; hidden for an item that is none.
void ForecastPage::showSizes() {
    const auto view = m_source->view();
    const QModelIndex current = m_tree->currentIndex();
    const std::vector<int>& series = m_items->seriesOf(current);
    const std::vector<SizeShare> sizes = view->sizesOf(series);
    m_sizesButton->setVisible(!sizes.empty());
    if (sizes.empty() && m_sizesButton->isChecked()) {
        m_chartButton->click();
    }
    const PeriodTotal& total = m_items->totalOf(current);
    const QString ahead = periodsText(view->headlineSteps(), view->history().axis.kind);
    QStringList lines{QStringList{tr("Size"), tr("Item"), tr("Sold in a year"), tr("Share"), tr("Next %1").arg(ahead), tr("80% from"), tr("80% to")}.join(u'\t')};
    for (const SizeShare& size : sizes) {
        const auto ends = view->sizeBand(total, size.share);
        lines << QStringList{size.size.empty() ? u"–"_s : QString::fromStdString(size.size), QString::fromStdString(view->codeOf(size.item)),
                             QString::number(size.units, 'f', 0), percentText(size.share, QLocale(), 1), QString::number(total.units * size.share, 'f', 1),
                             QString::number(ends.first, 'f', 0), QString::number(ends.second, 'f', 0)}
                     .join(u'\t');
    }
    m_sizes->setLines(lines);
}

void ForecastPage::showFigures() {
    const auto view = m_source->view();
    const QModelIndex current = m_tree->currentIndex();
    const PeriodTotal& total = m_items->totalOf(current);
    const QLocale locale;
    const QString ahead = periodsText(view->headlineSteps(), view->history().axis.kind);
    QList<FigureStrip::Figure> figures;
    figures.append({tr("Next %1").arg(ahead), tr("%1 units").arg(numberText(total.units, locale)),
                    tr("80%: %1 – %2").arg(numberText(total.low80, locale), numberText(total.high80, locale)),
                    tr("What is expected on average, and the range in which it lies four times out of five.")});
    const bool hasValue = std::isfinite(total.value) && total.units > 0;
    figures.append({tr("Sales value"), hasValue ? moneyText(total.value, view->settings().currency, locale) : u"–"_s,
                    hasValue ? tr("at %1 a unit").arg(moneyText(total.value / total.units, view->settings().currency, locale)) : tr("no price known")});
    figures.append({tr("Same %1 last year").arg(ahead), changeText(total.change(), locale),
                    std::isfinite(total.lastYear) ? tr("%1 units then").arg(numberText(total.lastYear, locale)) : tr("not sold then")});
    figures.append(testFigure(current));
    m_figures->setFigures(figures);
}

/// The error of the chosen item or category beside that of all items; of all items beside the best simple method's.
FigureStrip::Figure ForecastPage::testFigure(const QModelIndex& current) const {
    const auto view = m_source->view();
    const QLocale locale;
    const RunResult& result = view->result();
    const MethodScores *own = result.scoresOf(result.model), *simple = result.scoresOf(result.baseline);
    const QString title = tr("Error of past forecasts");
    if (own == nullptr) {
        return {title, u"–"_s, tr("not tested")};
    }
    const QString all = percentText(own->scores.wape, locale, 1);
    if (current != m_items->shopIndex()) {
        const double error = view->testedError(m_items->seriesOf(current));
        return {title, std::isfinite(error) ? percentText(error, locale, 1) : u"–"_s,
                std::isfinite(error) ? tr("all items: %1").arg(all) : tr("nothing sold in the test; all items: %1").arg(all),
                tr("How much of the units sold the forecast missed, on sales it had not seen (WAPE).")};
    }
    return {title, all,
            simple == nullptr ? QString() : tr("%1 by %2").arg(percentText(simple->scores.wape, locale, 1), methodName(result.baseline, result.axis.kind)),
            tr("Over all items: how much of the units sold the forecast missed, on sales it had not seen (WAPE).")};
}

void ForecastPage::chooseBands(int choice) {
    m_chart->setVisibleBands(choice == 0, choice <= 1, choice == 0 || choice == 2);
}

void ForecastPage::applyFilter() {
    const QString kept = m_tree->currentIndex().data(ItemModel::CodeRole).toString();
    m_items->setFilter({m_newOnly->isChecked(), m_endedOnly->isChecked(), m_largeOnly->isChecked(), m_unusualOnly->isChecked()});
    const QModelIndex again = m_items->find(kept);
    m_tree->setCurrentIndex(again.isValid() ? again : m_items->index(0, 0));
    showCount();
}

void ForecastPage::showCount() {
    m_shown->setText(tr("%1 of %2 items").arg(numberText(m_items->shownItemCount(), QLocale()), numberText(m_items->itemCount(), QLocale())));
    m_shown->setVisible(m_items->shownItemCount() != m_items->itemCount());
}

void ForecastPage::fitPlan() {
    // Low windows keep the chart and show the three rows that matter most.
    const bool isLow = height() < lowPage;
    m_plan->setRowHidden(PeriodModel::Median, isLow);
    m_plan->setRowHidden(PeriodModel::LastYear, isLow);
    m_plan->setFixedHeight(Theme::instance().px(28) * (isLow ? PeriodModel::RowCount - 1 : PeriodModel::RowCount + 1) + 14);
}

void ForecastPage::exportCsv() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export forecast"), tr("forecast") + u".csv"_s, tr("Table (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    ExportRequest request;
    request.run = m_source->view()->run().id.value;
    request.horizon = m_source->view()->horizon();
    request.output = path.toStdString();
    request.sizes = m_sizesButton->isChecked();
    Answer answer;
    answer.context = this;
    answer.succeeded = [](const nlohmann::json&) {};
    answer.failed = [this](const ErrorBody& error) { emit session().failed(error); };
    session().engine().call(method::forecastExport, request, answer);
}

void ForecastPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    m_inspectorArea->setVisible(width() + railWidth >= inspectorFrom);
    fitPlan();
}

}  // namespace foresell
