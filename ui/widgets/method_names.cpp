// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/method_names.h"

#include <QCoreApplication>
#include <map>

namespace foresell {

namespace {

struct Words {
    const char* name;
    const char* help;
};

const std::map<std::string, Words>& words() {
    static const std::map<std::string, Words> all{
        {"lstm", {QT_TRANSLATE_NOOP("Method", "LSTM"), QT_TRANSLATE_NOOP("Method", "A network that reads the history period by period and remembers what matters.")}},
        {"mlp", {QT_TRANSLATE_NOOP("Method", "MLP"), QT_TRANSLATE_NOOP("Method", "A network that sees a stretch of history at once. Quick to train.")}},
        {"mlp_team", {QT_TRANSLATE_NOOP("Method", "three MLPs"), QT_TRANSLATE_NOOP("Method", "Three MLPs that learn side by side; the forecast is their mean. Steadier, at three times the training time.")}},
        {"gru", {QT_TRANSLATE_NOOP("Method", "GRU"), QT_TRANSLATE_NOOP("Method", "As LSTM, with a simpler memory.")}},
        {"rnn", {QT_TRANSLATE_NOOP("Method", "simple recurrent network"), QT_TRANSLATE_NOOP("Method", "Reads the history period by period with the plainest memory. For comparison.")}},
        {"cnn", {QT_TRANSLATE_NOOP("Method", "CNN over time"), QT_TRANSLATE_NOOP("Method", "Looks for shapes in the history, near ones and far ones. Quick to train.")}},
        {"tide", {QT_TRANSLATE_NOOP("Method", "TiDE"), QT_TRANSLATE_NOOP("Method", "As MLP, deeper, with a straight way past its layers. Good with known prices and promotions.")}},
        {"nhits", {QT_TRANSLATE_NOOP("Method", "N-HiTS"), QT_TRANSLATE_NOOP("Method", "Explains slow swings first, then faster ones. Good for long horizons and few long series.")}},
        {"tft", {QT_TRANSLATE_NOOP("Method", "attention (TFT)"), QT_TRANSLATE_NOOP("Method", "Weighs which data and which past periods matter to each period ahead. Slow to train.")}},
        {"autoencoder", {QT_TRANSLATE_NOOP("Method", "autoencoder"), QT_TRANSLATE_NOOP("Method", "Learns first to tell the history in few numbers, then forecasts from these. Also marks items whose latest sales are unlike their usual course.")}},
        {"deepar", {QT_TRANSLATE_NOOP("Method", "sample paths (DeepAR)"), QT_TRANSLATE_NOOP("Method", "Draws many possible courses period by period, each period from the one before; the forecast is their spread. Slow to forecast.")}},
        {"seasonal_naive", {QT_TRANSLATE_NOOP("Method", "last year's pattern"), QT_TRANSLATE_NOOP("Method", "Repeats the same weekday of last week, or the same week or month of last year.")}},
        {"moving_average", {QT_TRANSLATE_NOOP("Method", "moving average"), QT_TRANSLATE_NOOP("Method", "The mean of the latest periods. Good where sales have no pattern.")}},
        {"naive", {QT_TRANSLATE_NOOP("Method", "last value"), QT_TRANSLATE_NOOP("Method", "Repeats the latest period. The plainest forecast there is.")}},
        {"drift", {QT_TRANSLATE_NOOP("Method", "straight line"), QT_TRANSLATE_NOOP("Method", "Carries the line from the first to the latest period on.")}},
        {"ets", {QT_TRANSLATE_NOOP("Method", "exponential smoothing"), QT_TRANSLATE_NOOP("Method", "Follows level, trend and season, the latest periods most. Averages those of up to fifteen forms that fit an item best.")}},
        {"theta", {QT_TRANSLATE_NOOP("Method", "Theta"), QT_TRANSLATE_NOOP("Method", "The mean of the long trend and of the recent level, with the season put back. Simple and hard to beat.")}},
        {"optimized_theta", {QT_TRANSLATE_NOOP("Method", "Theta, optimised"), QT_TRANSLATE_NOOP("Method", "Theta that also learns how much the long trend counts.")}},
        {"mstl", {QT_TRANSLATE_NOOP("Method", "season and trend"), QT_TRANSLATE_NOOP("Method", "Takes the pattern of the week and of the year off, follows what is left, and puts the patterns back (MSTL). Good where both matter.")}},
        {"boosted_trees", {QT_TRANSLATE_NOOP("Method", "boosted trees"), QT_TRANSLATE_NOOP("Method", "Hundreds of small decision trees, learnt from all items together: recent sales, calendar, prices, promotions and item data. Strong on most shops; takes a minute or so.")}},
        {"calendar_regression", {QT_TRANSLATE_NOOP("Method", "calendar effects"), QT_TRANSLATE_NOOP("Method", "The level of each item times effects of weekday, season, promotions, prices and holidays, which are learnt from all items together. Quick, and strong where promotions matter.")}},
        {"croston", {QT_TRANSLATE_NOOP("Method", "Croston"), QT_TRANSLATE_NOOP("Method", "For items that sell now and then: smooths how much is sold and how long it takes until the next sale.")}},
        {"sba", {QT_TRANSLATE_NOOP("Method", "Croston, corrected"), QT_TRANSLATE_NOOP("Method", "Croston without its habit of forecasting too much (Syntetos and Boylan).")}},
        {"tsb", {QT_TRANSLATE_NOOP("Method", "TSB"), QT_TRANSLATE_NOOP("Method", "For items that sell now and then and may die out: the forecast sinks while nothing is sold.")}},
        {"adida", {QT_TRANSLATE_NOOP("Method", "ADIDA"), QT_TRANSLATE_NOOP("Method", "For items that sell now and then: adds sales up over longer stretches, forecasts these and spreads the result evenly.")}},
        {"imapa", {QT_TRANSLATE_NOOP("Method", "IMAPA"), QT_TRANSLATE_NOOP("Method", "As ADIDA, with stretches of several lengths and the mean of all.")}},
    };
    return all;
}

}  // namespace

const char* methodSource(const std::string& method, PeriodKind kind) {
    if (method == "seasonal_naive" && kind == PeriodKind::Day) {
        return QT_TRANSLATE_NOOP("Method", "last week's pattern");
    }
    const auto found = words().find(method);
    return found == words().end() ? QT_TRANSLATE_NOOP("Method", "automatic choice") : found->second.name;
}

QString methodHelp(const std::string& method) {
    const auto found = words().find(method);
    return found == words().end() ? QString() : QCoreApplication::translate("Method", found->second.help);
}

QString methodName(const std::string& method, PeriodKind kind) {
    return QCoreApplication::translate("Method", methodSource(method, kind));
}

QString methodLabel(const std::string& method, PeriodKind kind) {
    const QString name = methodName(method, kind);
    return QString(name.left(1).toUpper() + name.mid(1));
}

QString periodsText(int count, PeriodKind kind) {
    switch (kind) {
        case PeriodKind::Day: return QCoreApplication::translate("Method", "%n day(s)", nullptr, count);
        case PeriodKind::Week: return QCoreApplication::translate("Method", "%n week(s)", nullptr, count);
        case PeriodKind::Month: break;
    }
    return QCoreApplication::translate("Method", "%n month(s)", nullptr, count);
}

}  // namespace foresell
