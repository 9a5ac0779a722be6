// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/base/version.h"
#include "core/calendar/shop_calendar.h"
#include "core/cleaning/recipe.h"
#include "core/project/week_settings.h"
#include "core/report/fiscal_totals.h"
#include "ui/charts/chart_text.h"
#include "ui/report/report_renderer.h"

namespace foresell {

using namespace Qt::StringLiterals;

void ReportRenderer::build() {
    if (m_content.options.has(ReportSection::Summary)) {
        addSummary();
    }
    if (m_content.options.has(ReportSection::Items)) {
        addItems();
    }
    if (m_content.options.has(ReportSection::Charts)) {
        addCharts();
    }
    if (m_content.options.has(ReportSection::Accuracy)) {
        addAccuracy();
    }
    if (m_content.options.has(ReportSection::Cleaning)) {
        addCleaning();
    }
    if (m_content.options.has(ReportSection::Method) || m_blocks.empty()) {
        addMethod();
    }
}

QString ReportRenderer::headline() const {
    const QLocale& locale = m_words.locale();
    return m_words.text(QT_TRANSLATE_NOOP("Report", "Expect %1 units in the next %2"))
        .arg(numberText(m_content.headline.units, locale), m_words.periods(m_content.steps, m_content.view->history().axis.kind));
}

QString ReportRenderer::unitsPer() const {
    switch (m_content.view->history().axis.kind) {
        case PeriodKind::Day: return m_words.text(QT_TRANSLATE_NOOP("Report", "Daily units, whole shop"));
        case PeriodKind::Week: return m_words.text(QT_TRANSLATE_NOOP("Report", "Weekly units, whole shop"));
        case PeriodKind::Month: break;
    }
    return m_words.text(QT_TRANSLATE_NOOP("Report", "Monthly units, whole shop"));
}

void ReportRenderer::addSummary() {
    const QLocale& locale = m_words.locale();
    const PeriodTotal& total = m_content.headline;
    const RunResult& result = m_content.view->result();
    const QString low = numberText(total.low80, locale), high = numberText(total.high80, locale);
    addText(headline(), Style::Title, 8);
    QString lead = m_words.text(QT_TRANSLATE_NOOP("Report", "Four times out of five the total should fall between %1 and %2.")).arg(low, high);
    if (std::isfinite(total.change())) {
        const QString share = percentText(std::abs(total.change()), locale);
        const bool isSame = std::abs(total.change()) < 0.005;
        const QString against = isSame ? m_words.text(QT_TRANSLATE_NOOP("Report", "That is about as many as in the same time of last year."))
                                : total.change() > 0
                                    ? m_words.text(QT_TRANSLATE_NOOP("Report", "That is %1 more than in the same time of last year.")).arg(share)
                                    : m_words.text(QT_TRANSLATE_NOOP("Report", "That is %1 less than in the same time of last year.")).arg(share);
        lead = against +
               (isChinese(locale) ? QString() : u" "_s) + lead;
    }
    addText(lead, Style::Lead, 6);
    addText(m_words.text(QT_TRANSLATE_NOOP("Report", "Made from %1 sale lines of %2 items, %3 to %4."))
                .arg(numberText(static_cast<double>(m_content.lines), locale), numberText(static_cast<double>(m_content.itemCount), locale),
                     dateText(m_content.firstDay, locale), dateText(m_content.lastDay, locale)),
            Style::Lead, 14);
    const MethodScores *own = result.scoresOf(result.model), *simple = result.scoresOf(result.baseline);
    const bool hasValue = std::isfinite(total.value);
    addFigures({{m_words.text(QT_TRANSLATE_NOOP("Report", "Units, %1")).arg(m_words.periods(m_content.steps, result.axis.kind)), numberText(total.units, locale),
                 m_words.text(QT_TRANSLATE_NOOP("Report", "80% between %1 and %2")).arg(low, high)},
                {m_words.text(QT_TRANSLATE_NOOP("Report", "Sales value")), hasValue ? moneyText(total.value, m_content.currency, locale) : u"–"_s,
                 hasValue ? m_words.text(QT_TRANSLATE_NOOP("Report", "at the last known prices")) : m_words.text(QT_TRANSLATE_NOOP("Report", "no prices known"))},
                {m_words.text(QT_TRANSLATE_NOOP("Report", "Against last year")), changeText(total.change(), locale),
                 std::isfinite(total.lastYear) ? m_words.text(QT_TRANSLATE_NOOP("Report", "%1 units then")).arg(numberText(total.lastYear, locale)) : QString()},
                {m_words.text(QT_TRANSLATE_NOOP("Report", "Error of past forecasts")), own == nullptr ? u"–"_s : percentText(own->scores.wape, locale, 1),
                 simple == nullptr ? m_words.text(QT_TRANSLATE_NOOP("Report", "not tested"))
                                   : u"%1: %2"_s.arg(m_words.method(result.baseline, result.axis.kind), percentText(simple->scores.wape, locale, 1))}});
    addSection(unitsPer(), m_words.text(QT_TRANSLATE_NOOP("Report", "Bands: 50, 80 and 95% of likely outcomes")));
    addChart(m_content.whole, QString::fromStdString(m_content.shop), 330);
    addFiscalMonths();
    const ForecastRecord& forecast = m_content.view->forecast();
    const Day last = forecast.axis.lastDay(forecast.firstPeriod + m_content.view->horizon() - 1);
    const Day until = ShopCalendar(m_content.view->settings().country).unannouncedAfter(last);
    if (until != noDay) {
        addText(m_words.text(QT_TRANSLATE_NOOP("Report", "Days off and worked weekends after %1 are not announced yet; the forecast knows the statutory days alone."))
                    .arg(dateText(until, locale)), Style::Body, 10);
    }
}

void ReportRenderer::addFiscalMonths() {
    const QLocale& locale = m_words.locale();
    const ForecastRecord& forecast = m_content.view->forecast();
    const std::vector<FiscalTotal> totals =
        fiscalTotals(fiscalCalendarOf(m_content.view->settings()), forecast.axis, forecast.firstPeriod, m_content.whole.mean);
    if (totals.empty()) {
        return;
    }
    addSection(m_words.text(QT_TRANSLATE_NOOP("Report", "By fiscal month")));
    const std::vector<Column> columns{{0.4, Qt::AlignLeft, m_words.text(QT_TRANSLATE_NOOP("Report", "Fiscal month"))},
                                      {0.4, Qt::AlignLeft, m_words.text(QT_TRANSLATE_NOOP("Report", "Days"))},
                                      {0.2, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "Units"))}};
    std::vector<Row> rows;
    for (const FiscalTotal& total : totals) {
        const QString name = m_words.text(QT_TRANSLATE_NOOP("Report", "Month %1 of %2")).arg(total.month).arg(total.year);
        rows.push_back({{total.isWhole ? name : m_words.text(QT_TRANSLATE_NOOP("Report", "%1, in part")).arg(name),
                         dateText(total.first, locale) + u" – " + dateText(total.last, locale), numberText(total.units, locale)}});
    }
    addTable(columns, rows);
}

void ReportRenderer::addItems() {
    const QLocale& locale = m_words.locale();
    const std::size_t count = std::min(m_content.items.size(), static_cast<std::size_t>(std::max(0, m_content.options.items)));
    addSection((m_content.isByValue ? m_words.text(QT_TRANSLATE_NOOP("Report", "The %n item(s) with the highest expected sales value"), static_cast<int>(count))
                                    : m_words.text(QT_TRANSLATE_NOOP("Report", "The %n item(s) with the most expected units"), static_cast<int>(count))));
    const std::vector<Column> columns{{0.38, Qt::AlignLeft, m_words.text(QT_TRANSLATE_NOOP("Report", "Item"))},
                                      {0.20, Qt::AlignLeft, m_words.text(QT_TRANSLATE_NOOP("Report", "Past and next"))},
                                      {0.13, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "Next %1")).arg(m_words.periods(m_content.steps, m_content.view->history().axis.kind))},
                                      {0.17, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "80% between"))},
                                      {0.12, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "vs last year"))}};
    std::vector<Row> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const ReportItem& item = m_content.items[i];
        const QString name = shownName(QString::fromStdString(item.name.empty() ? item.code : item.name));
        Row row{{name, QString(), numberText(item.total.units, locale),
                 numberText(item.total.low80, locale) + u" – " + numberText(item.total.high80, locale),
                 item.isNew ? m_words.text(QT_TRANSLATE_NOOP("Report", "new")) : changeText(item.total.change(), locale)},
                false, m_content.view->past(item.series), m_content.view->next(item.series)};
        rows.push_back(std::move(row));
    }
    addTable(columns, rows);
}

void ReportRenderer::addCharts() {
    const std::size_t count = std::min(m_content.items.size(), static_cast<std::size_t>(std::max(0, m_content.options.charts)));
    if (count == 0) {
        return;
    }
    addSection(m_words.text(QT_TRANSLATE_NOOP("Report", "The largest items, past and forecast")), m_words.text(QT_TRANSLATE_NOOP("Report", "Bands: 50, 80 and 95% of likely outcomes")));
    for (std::size_t i = 0; i < count; i += 2) {
        addChartPair(&m_content.items[i], i + 1 < count ? &m_content.items[i + 1] : nullptr);
    }
}

QString ReportRenderer::verdictText() const {
    const RunResult& result = m_content.view->result();
    const QLocale& locale = m_words.locale();
    const PeriodKind kind = result.axis.kind;
    const MethodScores *learner = result.scoresOf(result.learner), *simple = result.scoresOf(result.baseline);
    if (!result.importedFrom.empty() && result.scores.empty()) {
        return m_words.text(QT_TRANSLATE_NOOP("Report", "The network was imported and not tested on this shop's sales, so nothing says how far off it is."));
    }
    if (result.verdict == Verdict::NotJudged || simple == nullptr) {
        return m_words.text(QT_TRANSLATE_NOOP("Report", "The history is too short to hold a part of it back, so the forecast could not be tested. Treat it as a first estimate."));
    }
    const QString simpleName = m_words.method(result.baseline, kind), simpleError = percentText(simple->scores.wape, locale, 1);
    if (learner == nullptr) {
        return m_words.text(QT_TRANSLATE_NOOP("Report", "On sales it had not seen, %1 missed by %2 of the units sold. It was not compared with trees or networks.")).arg(simpleName, simpleError);
    }
    const QString name = m_words.method(result.learner, kind), error = percentText(learner->scores.wape, locale, 1);
    const char* source = result.verdict == Verdict::LearnerBetter
                             ? QT_TRANSLATE_NOOP("Report", "On sales it had not seen, %1 missed by %2 of the units sold, the best simple method, %3, by %4: the simple method is beaten.")
                         : result.verdict == Verdict::BaselineBetter
                             ? QT_TRANSLATE_NOOP("Report", "On sales it had not seen, %1 missed by %2 of the units sold, the simple method %3 by %4: the simple method is better, and the program says so.")
                             : QT_TRANSLATE_NOOP("Report", "On sales it had not seen, %1 missed by %2 of the units sold, the simple method %3 by %4: they are about even.");
    return m_words.text(source).arg(name, error, simpleName, simpleError);
}

void ReportRenderer::addAccuracy() {
    const RunResult& result = m_content.view->result();
    const QLocale& locale = m_words.locale();
    addSection(m_words.text(QT_TRANSLATE_NOOP("Report", "How far to trust it")));
    addText(verdictText(), Style::Body, 10);
    if (result.scores.empty()) {
        return;
    }
    addText(m_words.text(QT_TRANSLATE_NOOP("Report", "Tested on %1 to %2, which no method had seen, in %n forecast(s). The method that made this forecast: %3."), result.testOrigins)
                .arg(dateText(result.testFirst, locale), dateText(result.testLast, locale), m_words.method(result.model, result.axis.kind)),
            Style::Body, 10, true);
    const std::vector<Column> columns{{0.25, Qt::AlignLeft, m_words.text(QT_TRANSLATE_NOOP("Report", "Method"))},
                                      {0.15, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "Error (WAPE)"))},
                                      {0.12, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "Bias"))},
                                      {0.11, Qt::AlignRight, u"MASE"_s},
                                      {0.11, Qt::AlignRight, u"RMSSE"_s},
                                      {0.11, Qt::AlignRight, u"sMAPE"_s},
                                      {0.15, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "In 80% band"))}};
    std::vector<Row> rows;
    for (const MethodScores& method : result.scores) {
        const Scores& scores = method.scores;
        rows.push_back({{m_words.method(method.method, result.axis.kind), percentText(scores.wape, locale, 1), percentText(scores.bias, locale, 1),
                         numberText(scores.mase, locale, 2), numberText(scores.rmsse, locale, 2), percentText(scores.smape, locale, 1),
                         percentText(scores.coverage80, locale)},
                        method.method == result.model});
    }
    addTable(columns, rows);
}

QString ReportRenderer::stepName(const std::string& id) const {
    static const std::map<std::string_view, const char*> names{
        {cleaning_step::exactRepeats, QT_TRANSLATE_NOOP("Report", "Exact repeats")},       {cleaning_step::cancellations, QT_TRANSLATE_NOOP("Report", "Cancellations")},
        {cleaning_step::returns, QT_TRANSLATE_NOOP("Report", "Returns")},   {cleaning_step::zeroPrices, QT_TRANSLATE_NOOP("Report", "Zero or negative price")},
        {cleaning_step::nonProducts, QT_TRANSLATE_NOOP("Report", "Not products")},         {cleaning_step::bulkOrders, QT_TRANSLATE_NOOP("Report", "Bulk orders")},
        {cleaning_step::missingValues, QT_TRANSLATE_NOOP("Report", "Missing values")},     {cleaning_step::merges, QT_TRANSLATE_NOOP("Report", "Merged items and locations")},
        {cleaning_step::conversions, QT_TRANSLATE_NOOP("Report", "Units and currencies")}, {cleaning_step::nearRepeats, QT_TRANSLATE_NOOP("Report", "Near repeats")},
        {cleaning_step::testOrders, QT_TRANSLATE_NOOP("Report", "Test and internal orders")}, {cleaning_step::wholesaleOrders, QT_TRANSLATE_NOOP("Report", "Wholesale orders")},
        {cleaning_step::clickFarms, QT_TRANSLATE_NOOP("Report", "Click-farm orders")},     {cleaning_step::priceOutliers, QT_TRANSLATE_NOOP("Report", "Odd prices")},
        {cleaning_step::quantityOutliers, QT_TRANSLATE_NOOP("Report", "Odd days")},        {cleaning_step::closedDays, QT_TRANSLATE_NOOP("Report", "Closed days")},
        {cleaning_step::successors, QT_TRANSLATE_NOOP("Report", "Successors")},            {cleaning_step::bundles, QT_TRANSLATE_NOOP("Report", "Bundles and gifts")},
        {cleaning_step::styles, QT_TRANSLATE_NOOP("Report", "Styles instead of sizes")},
        {cleaning_step::stockOuts, QT_TRANSLATE_NOOP("Report", "Days without stock")}};
    const auto found = names.find(id);
    return found == names.end() ? QString::fromStdString(id) : m_words.text(found->second);
}

void ReportRenderer::addCleaning() {
    if (!m_content.cleaning) {
        return;
    }
    const ReportCleaning& cleaning = *m_content.cleaning;
    const QLocale& locale = m_words.locale();
    const auto lines = [&](std::int64_t count) { return numberText(static_cast<double>(count), locale); };
    addSection(m_words.text(QT_TRANSLATE_NOOP("Report", "What cleaning did")));
    addText(m_words.text(QT_TRANSLATE_NOOP("Report", "%1 lines imported = %2 kept + %3 set aside. Nothing was deleted."))
                .arg(lines(cleaning.importedLines), lines(cleaning.keptLines - cleaning.createdLines), lines(cleaning.setAsideLines)), Style::Body, 10, true);
    if (cleaning.createdLines > 0) {
        addText(m_words.text(QT_TRANSLATE_NOOP("Report", "%1 further lines stand for what was in bundles or came as a gift."))
                    .arg(lines(cleaning.createdLines)), Style::Body, 10, true);
    }
    const std::vector<Column> columns{{0.5, Qt::AlignLeft, m_words.text(QT_TRANSLATE_NOOP("Report", "Step"))},
                                      {0.25, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "Lines"))},
                                      {0.25, Qt::AlignRight, m_words.text(QT_TRANSLATE_NOOP("Report", "Units"))}};
    std::vector<Row> rows{{{m_words.text(QT_TRANSLATE_NOOP("Report", "Imported")), lines(cleaning.importedLines), numberText(toDouble(cleaning.importedUnits), locale)}, true}};
    for (const ReportCleaningStep& step : cleaning.steps) {
        const QString change = numberText(toDouble(step.change), locale);
        rows.push_back({{stepName(step.id), lines(step.lines), step.change > 0 ? QString(u'+' + change) : change}});
    }
    rows.push_back({{m_words.text(QT_TRANSLATE_NOOP("Report", "Kept")), lines(cleaning.keptLines), numberText(toDouble(cleaning.keptUnits), locale)}, true});
    addTable(columns, rows);
}

void ReportRenderer::addMethod() {
    const RunResult& result = m_content.view->result();
    const QLocale& locale = m_words.locale();
    addSection(m_words.text(QT_TRANSLATE_NOOP("Report", "Method and receipt")));
    addText(m_words.text(QT_TRANSLATE_NOOP("Report", "Figures of several items or periods are sums of expected units. Their ranges are estimated: between items from the range of the whole shop, between periods as if errors were half alike.")), Style::Body, 10, true);
    const auto row = [](const QString& name, const QString& value) { return Row{{name, value}}; };
    std::vector<Row> rows{row(m_words.text(QT_TRANSLATE_NOOP("Report", "Run")), QString::number(m_content.view->run().id.value)),
                          row(m_words.text(QT_TRANSLATE_NOOP("Report", "Method")), m_words.method(result.model, result.axis.kind)),
                          row(m_words.text(QT_TRANSLATE_NOOP("Report", "Forecast")), m_words.text(QT_TRANSLATE_NOOP("Report", "%1 from %2"))
                                  .arg(m_words.periods(m_content.view->horizon(), result.axis.kind), dateText(m_content.view->firstForecastDay(), locale))),
                          row(m_words.text(QT_TRANSLATE_NOOP("Report", "Sales seen until")), dateText(m_content.lastDay, locale)),
                          row(m_words.text(QT_TRANSLATE_NOOP("Report", "Series")), numberText(static_cast<double>(m_content.seriesCount), locale))};
    if (result.epochs > 0) {
        rows.push_back(row(m_words.text(QT_TRANSLATE_NOOP("Report", "Rounds of training")), m_words.text(QT_TRANSLATE_NOOP("Report", "%1, best %2")).arg(result.epochs).arg(result.bestEpoch)));
    }
    rows.push_back(row(m_words.text(QT_TRANSLATE_NOOP("Report", "Data hash")), QString::fromStdString(result.dataHash)));
    rows.push_back(row(m_words.text(QT_TRANSLATE_NOOP("Report", "Seed")), QString::number(result.seed)));
    rows.push_back(row(m_words.text(QT_TRANSLATE_NOOP("Report", "Device")), m_words.text(QT_TRANSLATE_NOOP("Report", "%1, %2 threads")).arg(QString::fromStdString(result.device)).arg(result.threads)));
    rows.push_back(row(m_words.text(QT_TRANSLATE_NOOP("Report", "Made with")), u"Foresell "_s + QString::fromStdString(result.version.empty() ? version() : result.version)));
    addTable({{0.35, Qt::AlignLeft, m_words.text(QT_TRANSLATE_NOOP("Report", "Receipt"))}, {0.65, Qt::AlignLeft, QString()}}, rows);
}

}  // namespace foresell
