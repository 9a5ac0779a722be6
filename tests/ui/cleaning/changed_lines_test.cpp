// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include "ui/cleaning/changed_lines_export.h"
#include "ui/cleaning/changed_lines_model.h"
#include "ui/cleaning/step_list.h"
#include "ui/widgets/theme.h"

using namespace foresell;

/// The lines that a step changes, on the screen and in a file, and the list of the steps.
class ChangedLinesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theModelKeepsTheRulesOfModels();
    void pricesSayTheirCurrencyAndNamesAreNotShouted();
    void aLineIsExportedWithItsCodeAndAsItWasImported();
    void aStepIsSwitchedAndChosenByKeyboard();

private:
    static ChangedLine line();
};

void ChangedLinesTest::initTestCase() {
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    QLocale::setDefault(QLocale(QLocale::English));
}

ChangedLine ChangedLinesTest::line() {
    ChangedLine line;
    line.order = "C581484";
    line.day = toDay(2011, 12, 9);
    line.second = 9 * 3600 + 27 * 60;
    line.itemCode = "23843";
    line.itemName = "PAPER CRAFT , LITTLE BIRDIE";
    line.quantity = -80'995 * fixedOne;
    line.price = 20'800;
    line.reason = "cancels";
    line.other = "581483";
    return line;
}

void ChangedLinesTest::theModelKeepsTheRulesOfModels() {
    ChangedLinesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPage({2, {line(), line()}}, "GBP");
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.itemCode(1), QStringLiteral("23843"));
    model.setPage({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void ChangedLinesTest::pricesSayTheirCurrencyAndNamesAreNotShouted() {
    ChangedLinesModel model;
    model.setPage({1, {line()}}, "GBP");
    QCOMPARE(model.headerData(ChangedLinesModel::Price, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Price £"));
    QCOMPARE(model.index(0, ChangedLinesModel::Item).data().toString(), QStringLiteral("Paper Craft , Little Birdie"));
    QCOMPARE(model.index(0, ChangedLinesModel::Units).data().toString(), QStringLiteral("−80,995"));
    QCOMPARE(model.index(0, ChangedLinesModel::Time).data().toString(), QStringLiteral("9 Dec 2011 09:27"));
    model.setPage({1, {line()}}, {});
    QCOMPARE(model.headerData(ChangedLinesModel::Price, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Price"));
}

void ChangedLinesTest::aLineIsExportedWithItsCodeAndAsItWasImported() {
    QCOMPARE(csvLine(line()), QStringLiteral("C581484,2011-12-09,09:27:00,23843,\"PAPER CRAFT , LITTLE BIRDIE\",-80995,2.08,0,cancels 581483"));
    ChangedLine odd = line();
    odd.second = -1;
    odd.price = fixedMissing;
    odd.itemName = "=HYPERLINK(1)";
    QCOMPARE(csvLine(odd), QStringLiteral("C581484,2011-12-09,,23843,'=HYPERLINK(1),-80995,,0,cancels 581483"));
}

void ChangedLinesTest::aStepIsSwitchedAndChosenByKeyboard() {
    StepList list;
    list.setSteps(defaultRecipe(), {});
    list.show();
    QSignalSpy switched(&list, &StepList::switched);
    QSignalSpy chosen(&list, &StepList::currentChanged);
    const auto ticks = list.findChildren<QCheckBox*>();
    QCOMPARE(ticks.size(), static_cast<qsizetype>(defaultRecipe().steps.size()));
    QWidget* row = ticks[2]->parentWidget();
    QTest::keyClick(row, Qt::Key_Space);
    QCOMPARE(switched.size(), 1);
    QCOMPARE(switched.front().at(0).toInt(), 2);
    QCOMPARE(switched.front().at(1).toBool(), false);
    QTest::keyClick(row, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(list.current(), 2);
}

QTEST_MAIN(ChangedLinesTest)
#include "changed_lines_test.moc"
