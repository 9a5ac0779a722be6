// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kill_trials.h"

class KillSoakTest : public QObject {
    Q_OBJECT

private slots:
    void losesNothingWhenTheEngineIsKilledAtThreeHundredMoments() {
        foresell::test::KillTrials trials(2);
        trials.prepare();
        trials.run(300);
    }
};

QTEST_GUILESS_MAIN(KillSoakTest)
#include "kill_soak_test.moc"
