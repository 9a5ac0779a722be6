// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/choice_words.h"

namespace foresell {

const std::vector<ChoiceWords>& modelWords() {
    static const std::vector<ChoiceWords> all{
        {"lstm", "A network that reads the history period by period and remembers what matters."},
        {"mlp", "A network that sees a stretch of history at once. Quick to train."},
        {"mlp_team", "Three MLPs that learn side by side; the forecast is their mean. Steadier, at three times the training time."},
        {"gru", "As LSTM, with a simpler memory."},
        {"rnn", "Reads the history period by period with the plainest memory. For comparison."},
        {"cnn", "Looks for shapes in the history, near ones and far ones. Quick to train."},
        {"tide", "As MLP, deeper, with a straight way past its layers. Good with known prices and promotions."},
        {"nhits", "Explains slow swings first, then faster ones. Good for long horizons and few long series."},
        {"tft", "Weighs which data and which past periods matter to each period ahead. Slow to train."},
        {"autoencoder", "Learns first to tell the history in few numbers, then forecasts from these. Also marks items whose latest sales are unlike their usual course."},
        {"deepar", "Draws many possible courses period by period, each period from the one before; the forecast is their spread. Slow to forecast."},
        {"seasonal_naive", "Repeats the same weekday of last week, or the same week or month of last year."},
        {"moving_average", "The mean of the latest periods. Good where sales have no pattern."},
        {"naive", "Repeats the latest period. The plainest forecast there is."},
        {"drift", "Carries the line from the first to the latest period on."},
        {"ets", "Follows level, trend and season, the latest periods most. Averages those of up to fifteen forms that fit an item best."},
        {"theta", "The mean of the long trend and of the recent level, with the season put back. Simple and hard to beat."},
        {"optimized_theta", "Theta that also learns how much the long trend counts."},
        {"mstl", "Takes the pattern of the week and of the year off, follows what is left, and puts the patterns back (MSTL). Good where both matter."},
        {"boosted_trees", "Hundreds of small decision trees, learnt from all items together: recent sales, calendar, prices, promotions and item data. Strong on most shops; takes a minute or so."},
        {"calendar_regression", "The level of each item times effects of weekday, season, promotions, prices and holidays, which are learnt from all items together. Quick, and strong where promotions matter."},
        {"croston", "For items that sell now and then: smooths how much is sold and how long it takes until the next sale."},
        {"sba", "Croston without its habit of forecasting too much (Syntetos and Boylan)."},
        {"tsb", "For items that sell now and then and may die out: the forecast sinks while nothing is sold."},
        {"adida", "For items that sell now and then: adds sales up over longer stretches, forecasts these and spreads the result evenly."},
        {"imapa", "As ADIDA, with stretches of several lengths and the mean of all."},
    };
    return all;
}

const std::vector<ChoiceWords>& lossWords() {
    static const std::vector<ChoiceWords> all{
        {"quantile", "The likely range at once, low, middle and high; suits nearly every shop"},
        {"mse", "Squared error: a large miss counts far more than a small one; for totals"},
        {"mae", "Absolute error: every piece missed counts alike"},
        {"huber", "Between the two: large misses count, but outliers do not rule"},
        {"poisson", "Counts that come evenly, such as steady sellers"},
        {"negative_binomial", "Counts that come in bursts"},
        {"tweedie", "Many periods without a sale, a few with some"},
        {"classes", "Whether an item sells at all, and in which range"},
    };
    return all;
}

const std::vector<ChoiceWords>& optimizerWords() {
    static const std::vector<ChoiceWords> all{
        {"adamw", "Finds the size of each step itself and keeps weights small; suits nearly every shop"},
        {"adam", "The same, but hardly keeps weights small"},
        {"sgd", "Plain steps with momentum; needs a well chosen learning rate"},
        {"nesterov", "Plain steps with momentum that look ahead"},
    };
    return all;
}

const std::vector<ChoiceWords>& scheduleWords() {
    static const std::vector<ChoiceWords> all{
        {"one_cycle", "Rises at first, then falls to nearly nothing"},
        {"cosine", "Falls steadily to nearly nothing"},
        {"plateau", "Is halved when nothing is gained any more"},
        {"constant", "Stays as it is"},
    };
    return all;
}

const std::vector<ChoiceWords>& activationWords() {
    static const std::vector<ChoiceWords> all{
        {"auto", "What the network was built with"},
        {"relu", "Cuts off what is below 0; quick"},
        {"sigmoid", "Squeezes everything between 0 and 1"},
        {"tanh", "Squeezes everything between -1 and 1"},
        {"gelu", "As relu, with a soft bend"},
    };
    return all;
}

}  // namespace foresell
