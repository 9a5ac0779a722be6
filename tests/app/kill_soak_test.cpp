// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kill_trials.h"

class KillSoakTest : public QObject {
    Q_OBJECT

private slots:
    void losesNothingWhenTheEngineIsKilledAtThirtyMoments_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 2; seed <= 11; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void losesNothingWhenTheEngineIsKilledAtThirtyMoments() {
        QFETCH(unsigned, seed);
        foresell::test::KillTrials trials(seed);
        trials.prepare();
        trials.run(30);
    }
};

QTEST_GUILESS_MAIN(KillSoakTest)
#include "kill_soak_test.moc"
