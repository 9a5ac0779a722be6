// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/evaluation/choice_words.h"
#include "ui/widgets/method_names.h"

using namespace foresell;

class MethodHelpTest : public QObject {
    Q_OBJECT

private slots:
    void theWindowExplainsAModelAsTheShellDoes() {
        QVERIFY(modelWords().size() >= 26);
        for (const ChoiceWords& model : modelWords()) {
            QCOMPARE(methodHelp(model.name), QString::fromStdString(model.words));
        }
    }
};

QTEST_GUILESS_MAIN(MethodHelpTest)
#include "method_help_test.moc"
