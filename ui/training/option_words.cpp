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

#define WORD(text) QT_TRANSLATE_NOOP("foresell::OptionWords", text)

const std::map<std::string, const char*> optionWords{
    {"model", WORD("Model")}, {"period", WORD("Unit of time")}, {"horizon", WORD("Look ahead")}, {"origin", WORD("Last day it saw")},
    {"lookback", WORD("Periods looked back")}, {"loss", WORD("Loss")}, {"optimizer", WORD("Optimiser")},
    {"schedule", WORD("Course of the rate")}, {"activation", WORD("Activation")}, {"hidden_size", WORD("Units in a layer")},
    {"layers", WORD("Layers")}, {"dropout", WORD("Dropout")}, {"weight_decay", WORD("Weight decay")},
    {"averages_weights", WORD("Keeps the mean of the weights")}, {"learning_rate", WORD("Learning rate")},
    {"batch_size", WORD("Windows a step")}, {"epochs", WORD("Rounds at most")}, {"patience", WORD("Rounds without gain")},
    {"time_budget_seconds", WORD("Time budget in seconds")}, {"seed", WORD("Seed")}, {"device", WORD("Run on")},
    {"threads", WORD("Threads")}, {"use_known_future", WORD("Uses prices and promotions")}, {"from_run", WORD("Went on from run")},
    {"search_seconds", WORD("Search for options, seconds")}};

const std::map<std::string, const char*> metricWords{
    {"wape", WORD("Error (WAPE)")}, {"bias", WORD("Bias")}, {"mase", WORD("MASE")}, {"rmsse", WORD("RMSSE")}, {"smape", WORD("sMAPE")},
    {"pinball", WORD("Error of the likely range")}, {"coverage_80", WORD("Inside the 80% range")},
    {"coverage_95", WORD("Inside the 95% range")}, {"seconds", WORD("Took")}, {"parameters", WORD("Weights")},
    {"epochs", WORD("Rounds")}, {"windows_per_second", WORD("Windows a second")}, {"peak_memory_bytes", WORD("Memory")}};

#undef WORD

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
