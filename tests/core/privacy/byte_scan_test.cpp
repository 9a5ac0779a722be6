// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/privacy/byte_scan.h"

using namespace foresell;

class ByteScanTest : public QObject {
    Q_OBJECT

private slots:
    void findsATextAtEveryPlaceOfAFileAlsoAcrossBlocks();
    void passesOverTextsThatAreTooShortToMeanAnything();
    void findsEachOfThousandsOfTexts();

private:
    std::filesystem::path write(const std::string& bytes) {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("file")).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    QTemporaryDir m_folder;
};

void ByteScanTest::findsATextAtEveryPlaceOfAFileAlsoAcrossBlocks() {
    const std::string needle = "PLANTED-NAME";
    constexpr std::size_t block = std::size_t{1} << 20;
    for (const std::size_t at : {std::size_t{0}, block - 5, block, 2 * block - needle.size(), 3 * block - needle.size()}) {
        std::string bytes(3 * block, 'P');
        bytes.replace(at, needle.size(), needle);
        ByteScan scan;
        QVERIFY(scan.add(needle));
        scan.scanFile(write(bytes));
        QCOMPARE(scan.finds().size(), 1U);
        QCOMPARE(scan.finds().front().offset, static_cast<std::int64_t>(at));
        QCOMPARE(scan.bytes(), static_cast<std::int64_t>(bytes.size()));
    }
    ByteScan scan;
    scan.add(needle);
    scan.scanFile(write(std::string(3 * block, 'P')));
    QVERIFY(scan.finds().empty());
}

void ByteScanTest::passesOverTextsThatAreTooShortToMeanAnything() {
    ByteScan scan;
    QVERIFY(!scan.add("1234567"));
    QVERIFY(scan.add("12345678"));
    QCOMPARE(scan.size(), 1U);
}

void ByteScanTest::findsEachOfThousandsOfTexts() {
    for (int wanted = 0; wanted < 5000; wanted += 777) {
        ByteScan scan;
        for (int i = 0; i < 5000; ++i) {
            scan.add("order-" + std::to_string(100'000 + i));
        }
        scan.scanText("text", "xx order-" + std::to_string(100'000 + wanted) + " order-999999 ord");
        QCOMPARE(scan.finds().size(), 1U);
    }
}

QTEST_APPLESS_MAIN(ByteScanTest)
#include "byte_scan_test.moc"
