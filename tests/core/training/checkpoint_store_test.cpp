// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint_store.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/error.h"

using namespace foresell;

class CheckpointStoreTest : public QObject {
    Q_OBJECT

private slots:
    void theNewestIsLoadedAndTwoAreKept();
    void aDamagedCheckpointGivesWayToTheOneBefore();
    void checkpointsOfAnotherTrainingArePassedOver();
    void aFolderThatCannotBeMadeIsAnError();
};

namespace {

ModelFile state(int step, const std::string& fingerprint) {
    return {.description = {{"fingerprint", fingerprint}, {"step", step}},
            .arrays = {{"values", {1}, {static_cast<float>(step)}}}};
}

int stepOf(const std::optional<ModelFile>& file) {
    return file ? file->description.at("step").get<int>() : -1;
}

std::size_t fileCount(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

void CheckpointStoreTest::theNewestIsLoadedAndTwoAreKept() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const CheckpointStore store(path);
    for (const int step : {9, 10, 100, 2000}) {
        store.save(step, state(step, "a"));
    }
    QCOMPARE(stepOf(store.load("a")), 2000);
    QCOMPARE(fileCount(path), std::size_t{2});
    store.clear();
    QCOMPARE(fileCount(path), std::size_t{0});
    QCOMPARE(stepOf(store.load("a")), -1);
}

void CheckpointStoreTest::aDamagedCheckpointGivesWayToTheOneBefore() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const CheckpointStore store(path);
    store.save(1, state(1, "a"));
    store.save(2, state(2, "a"));
    std::fstream file(path / "checkpoint-000000000002.safetensors", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-3, std::ios::end);
    file.put('!');
    file.close();
    QCOMPARE(stepOf(store.load("a")), 1);
}

void CheckpointStoreTest::checkpointsOfAnotherTrainingArePassedOver() {
    const QTemporaryDir folder;
    const CheckpointStore store(folder.path().toStdString());
    store.save(1, state(1, "a"));
    QCOMPARE(stepOf(store.load("b")), -1);
    QCOMPARE(stepOf(CheckpointStore().load("a")), -1);
}

void CheckpointStoreTest::aFolderThatCannotBeMadeIsAnError() {
    QVERIFY_EXCEPTION_THROWN(CheckpointStore("/proc/foresell/checkpoints"), Error);
}

QTEST_APPLESS_MAIN(CheckpointStoreTest)
#include "checkpoint_store_test.moc"
