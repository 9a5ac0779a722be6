// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>
#include <random>

#include "core/base/error.h"
#include "core/forecast/network_forecaster.h"
#include "core/base/model_file.h"
#include "tests/core/forecast/synthetic_panel.h"

using namespace foresell;
using test::quickOptions;
using test::syntheticPanel;

/// Model files that somebody made on purpose: their checksums are right, what they say is not.
class CraftedModelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void descriptionsThatLieAreRefused_data();
    void descriptionsThatLieAreRefused();
    void arraysThatDoNotBelongAreRefused();
    void noChangeOfTheDescriptionCrashes();
    void noChangeOfTheArraysCrashes();

private:
    bool isRefused(const ModelFile& file) const;

    Panel m_panel = syntheticPanel(3, 60);
    ModelFile m_file;
};

namespace {

using nlohmann::json;

/// Paths of every value in a tree.
void collect(const json& tree, const json::json_pointer& at, std::vector<json::json_pointer>& paths) {
    if (!tree.is_structured()) {
        paths.push_back(at);
    }
    if (tree.is_object()) {
        for (const auto& [key, value] : tree.items()) {
            collect(value, at / key, paths);
        }
    } else if (tree.is_array()) {
        for (std::size_t i = 0; i < tree.size(); ++i) {
            collect(tree[i], at / i, paths);
        }
    }
}

json oddValue(std::mt19937& random) {
    switch (random() % 12) {
        case 0: return -1;
        case 1: return 0;
        case 2: return std::numeric_limits<std::int64_t>::max();
        case 3: return std::numeric_limits<std::int64_t>::min();
        case 4: return 1e308;
        case 5: return 4096;
        case 6: return 9999;
        case 7: return "lstm";
        case 8: return json::array({1, 2, 3});
        case 9: return nullptr;
        case 10: return std::string(100, 'x');
        default: return static_cast<int>(random() % 100);
    }
}

}  // namespace

void CraftedModelTest::initTestCase() {
    TrainingOptions options = quickOptions("lstm");
    options.epochs = 1;
    NetworkForecaster forecaster(options);
    forecaster.fit(m_panel, 7, {});
    m_file = readModelFile(forecaster.save());
    QVERIFY(!isRefused(m_file));
}

/// Refused with an error, or a model that forecasts numbers.
bool CraftedModelTest::isRefused(const ModelFile& file) const {
    std::unique_ptr<NetworkForecaster> model;
    try {
        model = NetworkForecaster::load(writeModelFile(file));
    } catch (const Error& error) {
        return error.code().starts_with("model.") || error.code() == "network.unknown" || error.code() == "training.option";
    }
    try {
        for (const float value : model->predict(m_panel, 7, {0.5}, {}).quantiles) {
            if (!std::isfinite(value)) {
                qFatal("a forecast is not a number");
            }
        }
    } catch (const Error&) {
    }
    return false;
}

void CraftedModelTest::descriptionsThatLieAreRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::newRow("huge network") << "/shape/hidden_size" << "4096";
    QTest::newRow("deep network") << "/shape/layers" << "16";
    QTest::newRow("long window") << "/shape/lookback" << "9999";
    QTest::newRow("many inputs") << "/shape/past_inputs" << "9999";
    QTest::newRow("negative size") << "/shape/hidden_size" << "-16";
    QTest::newRow("many categories") << "/shape/cardinalities" << "[100000000]";
    QTest::newRow("another network") << "/model" << "\"mlp\"";
    QTest::newRow("unknown network") << "/shape/encoder" << "\"oracle\"";
    QTest::newRow("unknown loss") << "/shape/head" << "\"luck\"";
    QTest::newRow("no levels") << "/shape/quantile_levels" << "[]";
    QTest::newRow("levels beyond one") << "/bands/levels" << "[0.1,0.5,7]";
    QTest::newRow("codes out of order") << "/features/categories/0/texts" << "[\"b\",\"a\",\"c\"]";
    QTest::newRow("more codes than rows") << "/features/categories/0/texts" << "[\"a\",\"b\",\"c\",\"d\",\"e\"]";
    QTest::newRow("window of no length") << "/features/lookback" << "0";
    QTest::newRow("later format") << "/foresell_model" << "99";
    QTest::newRow("no scale") << "/features/log_level" << "[]";
}

void CraftedModelTest::descriptionsThatLieAreRefused() {
    QFETCH(QString, path);
    QFETCH(QString, value);
    ModelFile file = m_file;
    file.description[json::json_pointer(path.toStdString())] = json::parse(value.toStdString());
    QVERIFY(isRefused(file));
}

void CraftedModelTest::arraysThatDoNotBelongAreRefused() {
    const auto changed = [&](const std::function<void(ModelFile&)>& change) {
        ModelFile file = m_file;
        change(file);
        return isRefused(file);
    };
    QVERIFY(changed([](ModelFile& f) { f.arrays[0].values[0] = NAN; }));
    QVERIFY(changed([](ModelFile& f) { f.arrays.back().values[0] = INFINITY; }));
    QVERIFY(changed([](ModelFile& f) { f.arrays.pop_back(); }));
    QVERIFY(changed([](ModelFile& f) { f.arrays.push_back({"further", {1}, {1}}); }));
    QVERIFY(changed([](ModelFile& f) { f.arrays[0].name = "other"; }));
    QVERIFY(changed([](ModelFile& f) { std::swap(f.arrays[0].name, f.arrays[1].name); }));
    QVERIFY(changed([](ModelFile& f) { f.arrays.clear(); }));
}

void CraftedModelTest::noChangeOfTheDescriptionCrashes() {
    std::vector<json::json_pointer> paths;
    collect(m_file.description, json::json_pointer(), paths);
    std::mt19937 random(7);
    int refused = 0;
    for (int round = 0; round < 1500; ++round) {
        ModelFile file = m_file;
        for (unsigned change = 0; change < 1 + random() % 2; ++change) {
            const json::json_pointer& path = paths[random() % paths.size()];
            if (random() % 6 == 0) {
                file.description[path.parent_pointer()].clear();
                break;
            }
            file.description[path] = oddValue(random);
        }
        refused += isRefused(file) ? 1 : 0;
    }
    QVERIFY2(refused > 750, qPrintable(QString::number(refused)));
}

void CraftedModelTest::noChangeOfTheArraysCrashes() {
    std::mt19937 random(8);
    for (int round = 0; round < 300; ++round) {
        ModelFile file = m_file;
        NamedArray& array = file.arrays[random() % file.arrays.size()];
        switch (random() % 4) {
            case 0: array.values[random() % array.values.size()] = 1e38f; break;
            case 1: std::ranges::reverse(array.shape); break;
            case 2: array.shape = {static_cast<std::int64_t>(array.values.size())}; break;
            default: array.shape.push_back(1);
        }
        isRefused(file);
    }
}

QTEST_APPLESS_MAIN(CraftedModelTest)
#include "crafted_model_test.moc"
