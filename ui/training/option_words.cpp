// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/option_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>
#include <map>

#include "ui/charts/chart_text.h"
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
    {"averages_weights", QT_TRANSLATE_NOOP("foresell::OptionWords", "Keeps the mean of the weights")},
    {"learning_rate", QT_TRANSLATE_NOOP("foresell::OptionWords", "Learning rate")},
    {"batch_size", QT_TRANSLATE_NOOP("foresell::OptionWords", "Windows a step")},
    {"epochs", QT_TRANSLATE_NOOP("foresell::OptionWords", "Rounds at most")},
    {"patience", QT_TRANSLATE_NOOP("foresell::OptionWords", "Rounds without gain")},
    {"time_budget_seconds", QT_TRANSLATE_NOOP("foresell::OptionWords", "Time budget in seconds")},
    {"seed", QT_TRANSLATE_NOOP("foresell::OptionWords", "Seed")},
    {"device", QT_TRANSLATE_NOOP("foresell::OptionWords", "Run on")},
    {"precision", QT_TRANSLATE_NOOP("foresell::OptionWords", "Precision on a graphics card")},
    {"threads", QT_TRANSLATE_NOOP("foresell::OptionWords", "Threads")},
    {"use_known_future", QT_TRANSLATE_NOOP("foresell::OptionWords", "Uses prices and promotions")},
    {"from_run", QT_TRANSLATE_NOOP("foresell::OptionWords", "Went on from run")},
    {"search_seconds", QT_TRANSLATE_NOOP("foresell::OptionWords", "Search for options, seconds")}};

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
    {"windows_per_second", QT_TRANSLATE_NOOP("foresell::OptionWords", "Windows a second")},
    {"peak_memory_bytes", QT_TRANSLATE_NOOP("foresell::OptionWords", "Memory")}};

}  // namespace

QString optionLabel(const std::string& name) {
    const char* word = wordOf(optionWords, name);
    return word == nullptr ? QString::fromStdString(name) : said(word);
}

QString optionValue(const std::string& name, const std::string& value, PeriodKind kind) {
    if (value.empty()) {
        return u"–"_s;
    }
    if (name == "model" && value != "auto") {
        return methodLabel(value, kind);
    }
    const bool isNone = value == "0" || value == "0.0";
    if (name == "from_run" || name == "search_seconds" || name == "time_budget_seconds") {
        return isNone ? said(QT_TRANSLATE_NOOP("foresell::OptionWords", "no")) : QString::fromStdString(value);
    }
    if (value == "true" || value == "false") {
        return value == "true" ? said(QT_TRANSLATE_NOOP("foresell::OptionWords", "yes")) : said(QT_TRANSLATE_NOOP("foresell::OptionWords", "no"));
    }
    const bool mayBeNone = name == "dropout" || name == "weight_decay" || name == "seed";
    return value == "auto" || (isNone && !mayBeNone) ? said(QT_TRANSLATE_NOOP("foresell::OptionWords", "automatic")) : QString::fromStdString(value);
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
