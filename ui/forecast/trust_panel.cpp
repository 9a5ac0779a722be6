// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/trust_panel.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

#include "core/project/week_settings.h"
#include "core/report/fiscal_totals.h"
#include "ui/calendar/calendar_words.h"
#include "ui/charts/chart_text.h"
#include "ui/forecast/unusual_text.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/page.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEvents = 6;

void emptyLayout(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            delete item->widget();
        } else if (item->layout() != nullptr) {
            emptyLayout(item->layout());
        }
        delete item;
    }
}

QLabel* wrapped(QLabel* label) {
    label->setWordWrap(true);
    return label;
}

}  // namespace

QString trustText(const RunResult& result) {
    const QLocale locale;
    const PeriodKind kind = result.axis.kind;
    const auto say = [](const char* source) { return QCoreApplication::translate("foresell::TrustPanel", source); };
    const MethodScores* own = result.scoresOf(result.model);
    if (own == nullptr && !result.importedFrom.empty()) {
        return say(QT_TRANSLATE_NOOP("foresell::TrustPanel", "The network was imported and not tested on this shop's sales, so nothing says how far off it is. Train one here to compare."));
    }
    if (own == nullptr || !std::isfinite(own->scores.wape)) {
        return say(QT_TRANSLATE_NOOP("foresell::TrustPanel", "The history is too short to hold a part of it back, so the forecast could not be tested. Treat it as a first estimate."));
    }
    QString text = QCoreApplication::translate("foresell::TrustPanel", "Tested on %n past forecast(s) of sales it had not seen, %1 missed by %2 of the units sold.", nullptr, result.testOrigins)
                       .arg(methodName(result.model, kind), percentText(own->scores.wape, locale, 1));
    const MethodScores* simple = result.scoresOf(result.baseline);
    if (simple != nullptr && result.baseline != result.model) {
        text += u' ' + say(QT_TRANSLATE_NOOP("foresell::TrustPanel", "The best simple method, %1, missed by %2.")).arg(methodName(result.baseline, kind), percentText(simple->scores.wape, locale, 1));
    }
    if (std::isfinite(own->scores.coverage80)) {
        text += u' ' + say(QT_TRANSLATE_NOOP("foresell::TrustPanel", "Sales fell inside the 80% band in %1 of the cases.")).arg(percentText(own->scores.coverage80, locale));
    }
    return text;
}

void TrustPanel::setUnusual(const UnusualItem* item, const ForecastView& view) {
    for (QWidget* const part : std::initializer_list<QWidget*>{m_unusualTitle, m_unusual, m_unusualHint, m_unusualLine}) {
        part->setVisible(item != nullptr);
    }
    if (item == nullptr) {
        return;
    }
    m_unusualTitle->setText(tr("Unusual of late"));
    m_unusual->setText(unusualText(*item, view));
    m_unusualHint->setText(unusualHint(*item));
}

TrustPanel::TrustPanel(QWidget* parent)
    : QWidget(parent), m_unusualTitle(makeLabel(14, true)), m_unusual(wrapped(makeLabel(13))), m_unusualHint(wrapped(makeLabel(12, false, "text2"))), m_unusualLine(makeHairline()),
      m_trustTitle(makeLabel(14, true)), m_trust(wrapped(makeLabel(13))), m_totalsTitle(makeLabel(14, true)),
      m_note(wrapped(makeLabel(12, false, "text2"))), m_fiscalTitle(makeLabel(14, true)), m_comingTitle(makeLabel(14, true)),
      m_calendarNote(wrapped(makeLabel(12, false, "text2"))), m_totals(new QVBoxLayout), m_fiscal(new QVBoxLayout), m_coming(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_totals->setSpacing(6);
    m_fiscal->setSpacing(6);
    m_coming->setSpacing(6);
    for (QWidget* const part : std::initializer_list<QWidget*>{m_unusualTitle, m_unusual, m_unusualHint, m_unusualLine}) {
        part->hide();
        column->addWidget(part);
    }
    column->addWidget(m_trustTitle);
    column->addWidget(m_trust);
    column->addWidget(makeHairline());
    column->addWidget(m_totalsTitle);
    column->addLayout(m_totals);
    column->addWidget(m_note);
    column->addWidget(m_fiscalTitle);
    column->addLayout(m_fiscal);
    column->addWidget(makeHairline());
    column->addWidget(m_comingTitle);
    column->addLayout(m_coming);
    column->addWidget(m_calendarNote);
    column->addStretch(1);
}

void TrustPanel::addRow(QVBoxLayout* into, const QString& left, const QString& right) {
    auto* row = new QHBoxLayout;
    QLabel* words = makeLabel(13, false, "text2");
    words->setText(left);
    words->setWordWrap(true);
    QLabel* figure = makeLabel(13);
    figure->setText(right);
    figure->setAlignment(Qt::AlignRight | Qt::AlignTop);
    row->addWidget(words, 1);
    row->addWidget(figure);
    into->addLayout(row);
}

void TrustPanel::addFiscalMonths(const ForecastView& view, const std::vector<double>& units) {
    emptyLayout(m_fiscal);
    const ForecastRecord& forecast = view.forecast();
    const std::vector<FiscalTotal> totals = fiscalTotals(fiscalCalendarOf(view.settings()), forecast.axis, forecast.firstPeriod, units);
    m_fiscalTitle->setVisible(!totals.empty());
    m_fiscalTitle->setText(tr("By fiscal month"));
    for (const FiscalTotal& total : totals) {
        const QString name = fiscalMonthText(total.year, total.month);
        addRow(m_fiscal, total.isWhole ? name : tr("%1, in part").arg(name), numberText(total.units, QLocale()));
    }
}

void TrustPanel::setContent(const ForecastView& view, const PeriodTotal& whole, bool isSum, const SeriesSum& sum, const std::vector<ChartEvent>& coming,
                            const QString& calendarNote) {
    const QLocale locale;
    m_trustTitle->setText(tr("Can I trust it?"));
    m_trust->setText(trustText(view.result()));
    emptyLayout(m_totals);
    m_totalsTitle->setText(tr("All %1 ahead").arg(periodsText(view.horizon(), view.history().axis.kind)));
    addRow(m_totals, tr("Expected units"), numberText(whole.units, locale));
    addRow(m_totals, tr("Likely between (80%)"), numberText(whole.low80, locale) + u" – "_s + numberText(whole.high80, locale));
    if (std::isfinite(whole.lastYear)) {
        addRow(m_totals, tr("Same time last year"), numberText(whole.lastYear, locale));
    }
    if (std::isfinite(whole.value)) {
        addRow(m_totals, tr("Sales value"), moneyText(whole.value, view.settings().currency, locale));
    }
    m_note->setText(isSum ? tr("Ranges of totals are estimated: errors of different items partly cancel out, as they did for the whole shop.")
                          : tr("The range of the total is estimated: errors of neighbouring periods are taken as half alike."));
    addFiscalMonths(view, sum.mean);
    emptyLayout(m_coming);
    m_calendarNote->setText(calendarNote);
    m_calendarNote->setVisible(!calendarNote.isEmpty());
    m_comingTitle->setText(coming.empty() ? QString() : tr("Coming up"));
    for (std::size_t i = 0; i < coming.size() && i < mostEvents; ++i) {
        const QString first = shortDate(coming[i].first, locale), last = shortDate(coming[i].last, locale);
        addRow(m_coming, first == last ? first : QString(first + u" – "_s + last), coming[i].name);
    }
}

}  // namespace foresell
