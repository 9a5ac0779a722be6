// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <map>

#include "tests/fuzz/fuzz_entries.h"

using namespace foresell;

/// The inputs that fuzzing has kept run through the same functions with every run of the tests.
class CorpusTest : public QObject {
    Q_OBJECT

private slots:
    void everyKeptInputIsReadOrRefused_data();
    void everyKeptInputIsReadOrRefused();
};

void CorpusTest::everyKeptInputIsReadOrRefused_data() {
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(FORESELL_CORPUS), QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(path.mid(static_cast<int>(qstrlen(FORESELL_CORPUS)) + 1))) << path;
        ++count;
    }
    QVERIFY(count >= 20);
}

void CorpusTest::everyKeptInputIsReadOrRefused() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const std::map<QString, void (*)(std::string_view)> entries{{QStringLiteral("csv"), test::fuzzCsv},
                                                                {QStringLiteral("workbook"), test::fuzzWorkbook},
                                                                {QStringLiteral("values"), test::fuzzValues},
                                                                {QStringLiteral("recipe"), test::fuzzRecipe},
                                                                {QStringLiteral("model"), test::fuzzModel}};
    const auto entry = entries.find(QFileInfo(path).dir().dirName());
    QVERIFY2(entry != entries.end(), "a kept input belongs to no fuzzer");
    entry->second(view);
}

QTEST_APPLESS_MAIN(CorpusTest)
#include "corpus_test.moc"
