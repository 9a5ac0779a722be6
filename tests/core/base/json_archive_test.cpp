// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_archive.h"

#include <QtTest>
#include <cmath>
#include <string>
#include <vector>

using nlohmann::json;

namespace foresell {

struct Parcel {
    std::string address = "shop";
    std::int32_t count = 1;
    double weight = 0.5;
    double paid = 2;
    std::vector<float> sizes;

    bool isHeavy() const { return weight > 20; }
};

struct Load {
    std::vector<Parcel> parcels;
    json label;
};

static void fields(JsonArchive& archive, Parcel& value) {
    archive("address", value.address);
    archive("count", value.count);
    archive("weight", value.weight, json_fields::asNumber);
    archive("paid", value.paid);
    archive("sizes", value.sizes, json_fields::asNumbers<float>);
    archive.tell("is_heavy", value.isHeavy());
}

static void fields(JsonArchive& archive, Load& value) {
    archive("parcels", value.parcels);
    archive("label", value.label);
}

}  // namespace foresell

using namespace foresell;

class JsonArchiveTest : public QObject {
    Q_OBJECT

private slots:
    void writesAndReadsEveryMemberThatIsNamed() {
        const Load load{{{"home", 3, 25, 1.5, {1, 2.5F}}, {}}, {{"colour", "red"}}};
        const json written = load;
        QCOMPARE(written.dump(), std::string(R"({"label":{"colour":"red"},"parcels":[)"
                                             R"({"address":"home","count":3,"is_heavy":true,"paid":1.5,"sizes":[1.0,2.5],"weight":25.0},)"
                                             R"({"address":"shop","count":1,"is_heavy":false,"paid":2.0,"sizes":[],"weight":0.5}]})"));
        QCOMPARE(json(written.get<Load>()), written);
    }

    void leavesWhatIsAbsentAsItIs() {
        const auto parcel = json::parse(R"({"address": null, "count": 4, "unknown": []})").get<Parcel>();
        QCOMPARE(parcel.address, std::string("shop"));
        QCOMPARE(parcel.count, 4);
        QCOMPARE(parcel.weight, 0.5);
        QVERIFY(json::parse("{}").get<Load>().label.is_null());
    }

    void tellsWhatFollowsFromOthersWithoutReadingIt() {
        QCOMPARE(json::parse(R"({"is_heavy": true})").get<Parcel>().isHeavy(), false);
        QCOMPARE(json::parse(R"({"is_heavy": "perhaps", "weight": 30})").get<Parcel>().isHeavy(), true);
    }

    void writesWhatIsNotANumberAsNull() {
        Parcel parcel;
        parcel.weight = std::nan("");
        parcel.sizes = {1, std::nanf(""), std::numeric_limits<float>::infinity()};
        const json written = parcel;
        QVERIFY(written["weight"].is_null());
        QCOMPARE(written["sizes"].dump(), std::string("[1.0,null,null]"));
        const auto read = written.get<Parcel>();
        QVERIFY(std::isnan(read.weight));
        QCOMPARE(read.sizes.size(), 3U);
        QVERIFY(std::isnan(read.sizes[2]));
        QCOMPARE(json::parse(R"({"paid": null})").get<Parcel>().paid, 2.0);
    }

    void refusesMembersOfTheWrongKind_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("a number for a text") << QByteArray(R"({"parcels": [{"address": 5}]})") << "json.bad_field";
        QTest::newRow("too large") << QByteArray(R"({"parcels": [{"count": 2147483648}]})") << "json.bad_field";
        QTest::newRow("a fraction") << QByteArray(R"({"parcels": [{"count": 1.5}]})") << "json.bad_field";
        QTest::newRow("a text among numbers") << QByteArray(R"({"parcels": [{"sizes": [1, "2"]}]})") << "json.bad_field";
        QTest::newRow("an object for numbers") << QByteArray(R"({"parcels": [{"sizes": {"0": 1}}]})") << "json.bad_field";
        QTest::newRow("an object for a list") << QByteArray(R"({"parcels": {}})") << "json.bad_field";
        QTest::newRow("a number for an object") << QByteArray(R"({"parcels": [7]})") << "json.not_an_object";
        QTest::newRow("a list for the whole") << QByteArray("[]") << "json.not_an_object";
    }
    void refusesMembersOfTheWrongKind() {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        try {
            const auto load = json::parse(text.toStdString()).get<Load>();
            QFAIL("it was read");
        } catch (const Error& error) {
            QCOMPARE(QString::fromStdString(error.code()), code);
        }
    }
};

QTEST_GUILESS_MAIN(JsonArchiveTest)
#include "json_archive_test.moc"
