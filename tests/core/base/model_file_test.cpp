// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/model_file.h"

#include <QTest>
#include <cstring>
#include <random>

#include "core/base/error.h"

using namespace foresell;

class ModelFileTest : public QObject {
    Q_OBJECT

private slots:
    void aModelReadsBackAsWritten();
    void anyFlippedBitIsNoticed();
    void cutAndRandomBytesAreRefused();
    void headersThatLieAreRefused_data();
    void headersThatLieAreRefused();
};

namespace {

std::string sampleBytes() {
    ModelFile file;
    file.description = {{"name", "sample"}, {"codes", {"A", "B"}}};
    file.arrays = {{"weight", {2, 3}, {1, 2, 3, 4, 5, 6}}, {"bias", {1}, {-0.5f}}, {"nothing", {0, 4}, {}}};
    return writeModelFile(file);
}

bool isRefused(const std::string& bytes) {
    try {
        readModelFile(bytes);
        return false;
    } catch (const Error& error) {
        return error.code() == "model.damaged";
    }
}

std::string withHeader(const std::string& header, const std::string& data) {
    const std::uint64_t size = header.size();
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &size, 8);
    return bytes + header + data;
}

}  // namespace

void ModelFileTest::aModelReadsBackAsWritten() {
    const ModelFile file = readModelFile(sampleBytes());
    QCOMPARE(file.description.at("name").get<std::string>(), std::string("sample"));
    QCOMPARE(file.arrays.size(), std::size_t{3});
    QCOMPARE(file.array("weight", {2, 3}).values[5], 6.0f);
    QCOMPARE(file.array("bias", {1}).values[0], -0.5f);
    QVERIFY_EXCEPTION_THROWN(file.array("weight", {3, 2}), Error);
    QVERIFY_EXCEPTION_THROWN(file.array("other", {1}), Error);
}

void ModelFileTest::anyFlippedBitIsNoticed() {
    const std::string bytes = sampleBytes();
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        try {
            const ModelFile file = readModelFile(damaged);
            // What does not change the meaning may pass: white space after the header.
            QCOMPARE(writeModelFile(file), bytes);
        } catch (const Error& error) {
            QCOMPARE(error.code(), std::string("model.damaged"));
        }
    }
}

void ModelFileTest::cutAndRandomBytesAreRefused() {
    const std::string bytes = sampleBytes();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        QVERIFY(isRefused(bytes.substr(0, length)));
    }
    QVERIFY(isRefused(bytes + 'x'));
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string noise = round % 2 ? bytes : std::string(random() % 300, '\0');
        for (int i = 0; i < 20 && !noise.empty(); ++i) {
            noise[random() % noise.size()] = static_cast<char>(random());
        }
        QVERIFY(noise == bytes || isRefused(noise));
    }
}

void ModelFileTest::headersThatLieAreRefused_data() {
    QTest::addColumn<QByteArray>("header");
    const char* const meta = R"("__metadata__":{"checksum":"0"})";
    const auto add = [&](const char* name, const char* entry) {
        QTest::newRow(name) << QByteArray("{") + meta + "," + entry + "}";
    };
    add("outside the file", R"("a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]})");
    add("negative offset", R"("a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]})");
    add("turned round", R"("a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]})");
    add("overflowing shape", R"("a":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,8]})");
    add("huge dimension", R"("a":{"dtype":"F32","shape":[18446744073709551615],"data_offsets":[0,8]})");
    add("other type", R"("a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]})");
    add("hole", R"("a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]})");
    add("overlap", R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]})");
    add("no object", R"("a":7)");
    add("shape of words", R"("a":{"dtype":"F32","shape":["x"],"data_offsets":[0,8]})");
    QTest::newRow("deep nesting") << QByteArray(500000, '[');
}

void ModelFileTest::headersThatLieAreRefused() {
    QFETCH(QByteArray, header);
    QVERIFY(isRefused(withHeader(header.toStdString(), "12345678")));
}

QTEST_APPLESS_MAIN(ModelFileTest)
#include "model_file_test.moc"
