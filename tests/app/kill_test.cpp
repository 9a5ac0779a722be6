// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kill_trials.h"

class KillTest : public QObject {
    Q_OBJECT

private slots:
    void losesNothingWhenTheEngineIsKilledAtThirtyMoments() {
        foresell::test::KillTrials trials(1);
        trials.prepare();
        trials.run(30);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
