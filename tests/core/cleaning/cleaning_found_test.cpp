// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "core/cleaning/cleaning_preview.h"
#include "core/sample/sample_shop.h"
#include "tests/core/cleaning/csv_source.h"

using namespace foresell;
using foresell::test::CsvSource;

namespace {

/// What was put into a shop for a step to find, by line of the file.
struct Dirt {
    std::set<std::string> near, wholesale, fake, prices;  ///< order numbers
    std::set<std::string> days;                           ///< item and day
};

/// Copies a sample shop's sales with the things put in that only the added steps look for.
class DirtyShop {
public:
    DirtyShop(const std::filesystem::path& folder, unsigned seed) : m_random(seed) {
        std::ifstream from(folder / "sales.csv");
        std::ofstream to(folder / "dirty.csv");
        std::string line;
        std::getline(from, line);
        to << line << '\n';
        while (std::getline(from, line)) {
            copy(line, to);
        }
    }

    const Dirt& dirt() const { return m_dirt; }

private:
    bool oneIn(unsigned count) { return m_random() % count == 0; }

    void copy(const std::string& line, std::ostream& to) {
        std::vector<std::string> cells;
        std::stringstream parts(line);
        for (std::string cell; std::getline(parts, cell, ',');) {
            cells.push_back(cell);
        }
        if (cells.size() != 8 || line.find('"') != std::string::npos || cells[0].empty() || cells[0].front() == 'C' || cells[5].front() == '-' || cells[1].size() < 19) {
            to << line << '\n';
            return;
        }
        m_minute = cells[1];
        if (oneIn(4000) && !cells[6].empty() && std::stod(cells[6]) > 0) {
            cells[6] = std::to_string(std::stod(cells[6]) * (oneIn(2) ? 100 : 0.01));
            m_dirt.prices.insert(cells[0] + cells[2]);
        }
        write(cells, to);
        if (oneIn(3000)) {
            std::vector<std::string> again = cells;
            again[1].replace(17, 2, cells[1].substr(17, 2) == "59" ? "58" : "59");
            m_dirt.near.insert(cells[0] + cells[2]);
            write(again, to);
        }
        if (oneIn(20'000)) {
            writeWholesale(cells, to);
        }
        if (oneIn(25'000)) {
            writeBurst(cells, to);
        }
    }

    static void write(const std::vector<std::string>& cells, std::ostream& to) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            to << (i == 0 ? "" : ",") << cells[i];
        }
        to << '\n';
    }

    void writeWholesale(std::vector<std::string> cells, std::ostream& to) {
        cells[0] = "W" + std::to_string(m_next++);
        cells[5] = std::to_string(300 + m_random() % 300);
        cells[7] = std::to_string(80'000'000 + m_next);
        m_dirt.wholesale.insert(cells[0]);
        write(cells, to);
    }

    void writeBurst(std::vector<std::string> cells, std::ostream& to) {
        for (int i = 0; i < 60; ++i) {
            cells[0] = "F" + std::to_string(m_next++);
            cells[5] = "1";
            cells[7] = std::to_string(90'000'000 + m_next);
            m_dirt.fake.insert(cells[0]);
            write(cells, to);
        }
    }

    std::mt19937 m_random;
    Dirt m_dirt;
    int m_next = 1;
    std::string m_minute;
};

}  // namespace

/// How much of what is known to be there the steps find, and how much else they mark.
class CleaningFoundTest : public QObject {
    Q_OBJECT

private slots:
    void repeatsWholesaleClickFarmsAndOddPricesAreFound_data();
    void repeatsWholesaleClickFarmsAndOddPricesAreFound();
};

void CleaningFoundTest::repeatsWholesaleClickFarmsAndOddPricesAreFound_data() {
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {5, 6, 9001, 9002, 9003, 9004, 9005, 9006}) {
        QTest::addRow("shop %llu", static_cast<unsigned long long>(seed)) << seed;
    }
}

void CleaningFoundTest::repeatsWholesaleClickFarmsAndOddPricesAreFound() {
    QFETCH(quint64, seed);
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    writeSampleShop(root, {.seed = seed, .isClean = true}, {});
    const DirtyShop shop(root, static_cast<unsigned>(seed));
    const CsvSource source(root / "dirty.csv", {.location = 4});
    Recipe recipe;
    for (const std::string_view id : {cleaning_step::nearRepeats, cleaning_step::wholesaleOrders, cleaning_step::clickFarms, cleaning_step::priceOutliers}) {
        addStep(recipe, id);
    }
    // Whole orders before single lines, which would take the large ones away.
    const CleaningPreview preview(source, recipe, {}, {});
    const auto check = [&](std::string_view id, const std::set<std::string>& put, bool byItem) {
        std::size_t step = 0;
        while (recipe.steps[step].id != id) {
            ++step;
        }
        std::set<std::string> marked;
        for (const ChangedLine& line : preview.changedLines(step, 0, 1'000'000).lines) {
            marked.insert(byItem ? line.order + line.itemCode : line.order);
        }
        const auto right = static_cast<double>(std::count_if(marked.begin(), marked.end(), [&](const auto& each) { return put.contains(each); }));
        const double precision = marked.empty() ? 0 : right / static_cast<double>(marked.size());
        const double recall = right / static_cast<double>(put.size());
        qInfo("%-17s put in %4zu, marked %4zu, right %4.0f: precision %.3f, recall %.3f", std::string(id).c_str(), put.size(), marked.size(), right,
              precision, recall);
        return precision >= 0.9 && recall >= 0.9;
    };
    QVERIFY(check(cleaning_step::nearRepeats, shop.dirt().near, true));
    QVERIFY(check(cleaning_step::clickFarms, shop.dirt().fake, false));
    QVERIFY(check(cleaning_step::priceOutliers, shop.dirt().prices, true));
    QVERIFY(check(cleaning_step::wholesaleOrders, shop.dirt().wholesale, false));
}

QTEST_APPLESS_MAIN(CleaningFoundTest)
#include "cleaning_found_test.moc"
