// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/choice_words.h"

#include <QtTest>
#include <algorithm>

#include "core/base/error.h"
#include "core/engine/method_registry.h"
#include "core/networks/networks.h"
#include "core/training/learning_settings.h"
#include "core/training/usable_options.h"

using namespace foresell;

class ChoiceWordsTest : public QObject {
    Q_OBJECT

private slots:
    void everyChoiceThatThereIsHasWordsAndNoOther() {
        std::vector<std::string> losses;
        std::ranges::transform(availableLosses(), std::back_inserter(losses), &LossInfo::name);
        compare(modelWords(), methodNames());
        compare(lossWords(), losses);
        compare(optimizerWords(), availableOptimizers());
        compare(scheduleWords(), availableSchedules());
        compare(activationWords(), availableActivations());
    }

    void optionsThatNoTrainingCanUseAreRefusedBeforeAnyWork() {
        requireUsable({});
        TrainingOptions options;
        options.schedule = "foo";
        QVERIFY_EXCEPTION_THROWN(requireUsable(options), Error);
        options = {};
        options.loss = "foo";
        QVERIFY_EXCEPTION_THROWN(requireUsable(options), Error);
        options = {};
        options.layers = 100;
        QVERIFY_EXCEPTION_THROWN(requireUsable(options), Error);
    }

private:
    static void compare(const std::vector<ChoiceWords>& words, std::vector<std::string> names) {
        std::vector<std::string> told;
        std::ranges::transform(words, std::back_inserter(told), &ChoiceWords::name);
        std::ranges::sort(told);
        std::ranges::sort(names);
        QCOMPARE(told, names);
        QVERIFY(std::ranges::all_of(words, [](const ChoiceWords& choice) { return !choice.words.empty(); }));
    }
};

QTEST_APPLESS_MAIN(ChoiceWordsTest)
#include "choice_words_test.moc"
