// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/option_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>
#include <cstdlib>
#include <map>

#include "ui/charts/chart_text.h"
#include "ui/training/option_choices.h"
#include "ui/training/run_texts.h"
#include "ui/training/runs_model.h"
#include "ui/widgets/method_names.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

QString said(const char* text) {
    return QCoreApplication::translate("foresell::OptionWords", text);
}

const char* wordOf(const std::map<std::string, const char*>& words, const std::string& name) {
    const auto found = words.find(name);
    return found == words.end() ? nullptr : found->second;
}

const std::map<std::string, const char*> optionWords{
    {"model", QT_TRANSLATE_NOOP("foresell::OptionWords", "Model")},
    {"period", QT_TRANSLATE_NOOP("foresell::OptionWords", "Unit of time")},
    {"horizon", QT_TRANSLATE_NOOP("foresell::OptionWords", "Look ahead")},
    {"origin", QT_TRANSLATE_NOOP("foresell::OptionWords", "Last day it saw")},
    {"lookback", QT_TRANSLATE_NOOP("foresell::OptionWords", "Periods looked back")},
    {"loss", QT_TRANSLATE_NOOP("foresell::OptionWords", "Loss")},
    {"optimizer", QT_TRANSLATE_NOOP("foresell::OptionWords", "Optimiser")},
    {"schedule", QT_TRANSLATE_NOOP("foresell::OptionWords", "Course of the rate")},
    {"activation", QT_TRANSLATE_NOOP("foresell::OptionWords", "Activation")},
    {"normalisation", QT_TRANSLATE_NOOP("foresell::OptionWords", "Normalisation")},
    {"normalisation_scope", QT_TRANSLATE_NOOP("foresell::OptionWords", "Normalised by")},
    {"hidden_size", QT_TRANSLATE_NOOP("foresell::OptionWords", "Units in a layer")},
    {"layers", QT_TRANSLATE_NOOP("foresell::OptionWords", "Layers")},
    {"dropout", QT_TRANSLATE_NOOP("foresell::OptionWords", "Dropout")},
    {"weight_decay", QT_TRANSLATE_NOOP("foresell::OptionWords", "Weight decay")},
    {"averages_weights", QT_TRANSLATE_NOOP("foresell::OptionWords", "Kept weights")},
    {"learning_rate", QT_TRANSLATE_NOOP("foresell::OptionWords", "Learning rate")},
    {"batch_size", QT_TRANSLATE_NOOP("foresell::OptionWords", "Examples a step")},
    {"epochs", QT_TRANSLATE_NOOP("foresell::OptionWords", "Rounds at most")},
    {"patience", QT_TRANSLATE_NOOP("foresell::OptionWords", "Rounds without gain")},
    {"time_budget_seconds", QT_TRANSLATE_NOOP("foresell::OptionWords", "Time budget")},
    {"seed", QT_TRANSLATE_NOOP("foresell::OptionWords", "Seed")},
    {"device", QT_TRANSLATE_NOOP("foresell::OptionWords", "Run on")},
    {"precision", QT_TRANSLATE_NOOP("foresell::OptionWords", "Precision on a graphics card")},
    {"threads", QT_TRANSLATE_NOOP("foresell::OptionWords", "Threads")},
    {"use_known_future", QT_TRANSLATE_NOOP("foresell::OptionWords", "Uses prices and promotions")},
    {"from_run", QT_TRANSLATE_NOOP("foresell::OptionWords", "Went on from run")},
    {"search_seconds", QT_TRANSLATE_NOOP("foresell::OptionWords", "Search for options")}};

const std::map<std::string, const char*> metricWords{
    {"wape", QT_TRANSLATE_NOOP("foresell::OptionWords", "Error (WAPE)")},
    {"bias", QT_TRANSLATE_NOOP("foresell::OptionWords", "Bias")},
    {"mase", QT_TRANSLATE_NOOP("foresell::OptionWords", "MASE")},
    {"rmsse", QT_TRANSLATE_NOOP("foresell::OptionWords", "RMSSE")},
    {"smape", QT_TRANSLATE_NOOP("foresell::OptionWords", "sMAPE")},
    {"pinball", QT_TRANSLATE_NOOP("foresell::OptionWords", "Error of the likely range")},
    {"coverage_80", QT_TRANSLATE_NOOP("foresell::OptionWords", "Inside the 80% range")},
    {"coverage_95", QT_TRANSLATE_NOOP("foresell::OptionWords", "Inside the 95% range")},
    {"seconds", QT_TRANSLATE_NOOP("foresell::OptionWords", "Took")},
    {"parameters", QT_TRANSLATE_NOOP("foresell::OptionWords", "Weights")},
    {"epochs", QT_TRANSLATE_NOOP("foresell::OptionWords", "Rounds")},
    {"windows_per_second", QT_TRANSLATE_NOOP("foresell::OptionWords", "Examples a second")},
    {"peak_memory_bytes", QT_TRANSLATE_NOOP("foresell::OptionWords", "Memory")}};

const std::map<std::string, const char*> metricHelps{
    {"wape", QT_TRANSLATE_NOOP("foresell::OptionWords", "How much of the units sold the forecast missed, over all items and days of the test.")},
    {"bias", QT_TRANSLATE_NOOP("foresell::OptionWords", "Whether the forecast is too high (above zero) or too low (below zero) on the whole.")},
    {"mase", QT_TRANSLATE_NOOP("foresell::OptionWords", "The error as a multiple of that of last season's pattern, every item counting alike; below 1 is better than it.")},
    {"rmsse", QT_TRANSLATE_NOOP("foresell::OptionWords", "As MASE, but large misses count more.")},
    {"smape", QT_TRANSLATE_NOOP("foresell::OptionWords", "The miss as a share of forecast and sales together, every item counting alike; 200% at most.")},
    {"pinball", QT_TRANSLATE_NOOP("foresell::OptionWords", "How far the sales were off the likely range: it should be narrow and still hold them.")},
    {"coverage_80", QT_TRANSLATE_NOOP("foresell::OptionWords", "How many of the sales fell inside the range that should hold 80% of them.")},
    {"coverage_95", QT_TRANSLATE_NOOP("foresell::OptionWords", "How many of the sales fell inside the range that should hold 95% of them.")},
    {"windows_per_second", QT_TRANSLATE_NOOP("foresell::OptionWords", "How many stretches of history it learnt from in a second.")}};

const char* const automatic = QT_TRANSLATE_NOOP("foresell::OptionWords", "automatic");

/// What "automatic" came to.
QString told(const QString& value) {
    return said(QT_TRANSLATE_NOOP("foresell::OptionWords", " (%1)")).arg(value);
}

QString unitText(PeriodKind kind) {
    return said(kind == PeriodKind::Day    ? QT_TRANSLATE_NOOP("foresell::OptionWords", "days")
                : kind == PeriodKind::Week ? QT_TRANSLATE_NOOP("foresell::OptionWords", "weeks")
                                           : QT_TRANSLATE_NOOP("foresell::OptionWords", "months"));
}

}  // namespace

QString metricHelp(const std::string& name) {
    const char* help = wordOf(metricHelps, name);
    return help == nullptr ? QString() : said(help);
}

QString optionLabel(const std::string& name) {
    const char* word = wordOf(optionWords, name);
    return word == nullptr ? QString::fromStdString(name) : said(word);
}

QString optionValue(const std::string& name, const std::string& value, const RunResult& result) {
    const PeriodKind kind = result.axis.kind;
    if (value.empty()) {
        return name == "period" ? said(automatic) + told(unitText(kind)) : u"–"_s;
    }
    for (const OptionChoice& choice : optionChoices(name)) {
        if (choice.value == value) {
            return choice.label;
        }
    }
    const bool isNone = value == "0" || value == "0.0";
    if (name == "model" && value != "auto") {
        return methodLabel(value, kind);
    }
    if (name == "period") {
        return unitText(value == "day" ? PeriodKind::Day : value == "week" ? PeriodKind::Week : PeriodKind::Month);
    }
    if (name == "horizon" || name == "lookback") {
        const int used = name == "horizon" ? result.horizon : result.lookback;
        return !isNone ? periodsText(std::atoi(value.c_str()), kind) : used > 0 ? said(automatic) + told(periodsText(used, kind)) : said(automatic);
    }
    if (name == "search_seconds" || name == "time_budget_seconds") {
        return isNone ? said(QT_TRANSLATE_NOOP("foresell::OptionWords", "none")) : durationText(std::atof(value.c_str()));
    }
    if (name == "from_run") {
        return isNone ? said(QT_TRANSLATE_NOOP("foresell::OptionWords", "no")) : QString::fromStdString(value);
    }
    if (name == "device" && value != "auto") {
        return deviceText(value);
    }
    if (value == "true" || value == "false") {
        return value == "true" ? said(QT_TRANSLATE_NOOP("foresell::OptionWords", "yes")) : said(QT_TRANSLATE_NOOP("foresell::OptionWords", "no"));
    }
    const bool mayBeNone = name == "dropout" || name == "weight_decay" || name == "seed";
    return value == "auto" || (isNone && !mayBeNone) ? said(automatic) : QString::fromStdString(value);
}

QString metricLabel(const std::string& name) {
    const char* word = wordOf(metricWords, name);
    return word == nullptr ? QString::fromStdString(name) : said(word);
}

QString metricValue(const std::string& name, double value) {
    const QLocale locale;
    if (!std::isfinite(value)) {
        return u"–"_s;
    }
    if (name == "seconds") {
        return durationText(value);
    }
    if (name == "peak_memory_bytes") {
        return locale.formattedDataSize(static_cast<qint64>(value), 0);
    }
    if (name == "parameters" || name == "epochs" || name == "windows_per_second") {
        return numberText(value, locale);
    }
    return name == "mase" || name == "rmsse" ? numberText(value, locale, 3) : percentText(value, locale, 1);
}

}  // namespace foresell
