// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csv_writer.h"

#include <QtTest>

using namespace foresell;

class CsvWriterTest : public QObject {
    Q_OBJECT

private slots:
    void formulasAreTakenTheirPower() {
        QCOMPARE(csvCell("=1+1"), std::string("\"'=1+1\""));
        QCOMPARE(csvCell("@SUM(A1)"), std::string("\"'@SUM(A1)\""));
        QCOMPARE(csvCell("-2+3"), std::string("\"'-2+3\""));
        QCOMPARE(csvCell("\tcmd"), std::string("\"'\tcmd\""));
    }
    void numbersStayNumbers() {
        QCOMPARE(csvCell("-5"), std::string("-5"));
        QCOMPARE(csvCell("+3.25"), std::string("+3.25"));
    }
    void quotesAndLineEndsAreQuoted() {
        QCOMPARE(csvCell("a \"b\", c"), std::string("\"a \"\"b\"\", c\""));
        QCOMPARE(csvRow({"抱枕", "1", "two\nlines"}), std::string("抱枕,1,\"two\nlines\"\r\n"));
    }
};

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "csv_writer_test.moc"
