// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/protocol/calendar_messages.h"
#include "core/protocol/cleaning_messages.h"
#include "core/protocol/feature_messages.h"
#include "core/protocol/import_messages.h"
#include "core/protocol/line_messages.h"
#include "core/protocol/message.h"
#include "core/protocol/notes.h"
#include "core/protocol/privacy_messages.h"
#include "core/protocol/project_messages.h"
#include "core/protocol/quality_messages.h"
#include "core/protocol/training_messages.h"

using namespace foresell;
using nlohmann::json;

namespace {

/// Writing, reading and writing again must give the same text.
template <typename T>
bool survives(const T& value) {
    const json first = value;
    return json(first.get<T>()) == first;
}

/// Values of every kind, of which a member can bear one or two at most.
const std::vector<json> anyKind{nullptr, true, -1, 1e300, std::numeric_limits<std::uint64_t>::max(), "", "2011-02-30", {1, "a"},
                                json::array({json::array()}), json::object(), {{"a", nullptr}}};

/// In place of each member in turn, and of the members of those that are objects.
std::vector<json> spoilt(const json& message) {
    std::vector<json> all;
    for (const auto& [key, member] : message.items()) {
        std::vector<json> instead = anyKind;
        if (member.is_object() && !member.empty()) {
            const std::vector<json> within = spoilt(member);
            instead.insert(instead.end(), within.begin(), within.end());
        }
        for (const json& value : instead) {
            all.push_back(message);
            all.back()[key] = value;
        }
    }
    return all;
}

/// How many of the spoilt messages were refused; throws what is no Error.
template <typename... Messages>
int refused() {
    int count = 0;
    const auto read = [&count]<typename T>(const T& message) {
        for (const json& from : spoilt(message)) {
            try {
                from.get<T>();
            } catch (const Error&) {
                ++count;
            }
        }
    };
    (read(Messages{}), ...);
    return count;
}

TrainingOptions someOptions() {
    TrainingOptions options;
    options.model = "lstm";
    options.period = PeriodKind::Week;
    options.horizon = 13;
    options.origin = toDay(2011, 12, 4);
    options.seed = 18'446'744'073'709'551'615U;
    options.useKnownFuture = false;
    return options;
}

}  // namespace

class MessagesTest : public QObject {
    Q_OBJECT

private slots:
    void keepEveryMember() {
        QVERIFY(survives(someOptions()));
        QCOMPARE(json(someOptions()).get<TrainingOptions>().origin, someOptions().origin);
        QCOMPARE(json(someOptions()).get<TrainingOptions>().seed, someOptions().seed);
        RunResult result;
        result.model = "lstm";
        result.axis.kind = PeriodKind::Week;
        result.origin = toDay(2011, 12, 4);
        result.scores = {{"lstm", {}, 1.5}};
        result.verdict = Verdict::LearnerBetter;
        result.trainingCurve = {1, 0.5};
        QVERIFY(survives(result));
        QVERIFY(survives(TrainingOutcome{3, result, {}}));
        ProjectFacts facts;
        facts.settings = {"Shop", "Asia/Shanghai", "CN", "CNY", 6, "id"};
        facts.imports = {
            {ImportId{2}, {"plan", "plan.csv", 10, "ab"}, "done", 5, {4, 3, 1, 0, 0}, "{\"a\":1}"}};
        facts.runs = {{1, 7, "done", true, someOptions(), result}};
        QVERIFY(survives(facts));
        ImportRequest request{.files = {"a.csv"}, .text = "a,b", .corrects = 3, .rows = {"1,2"}, .role = "plan"};
        request.fields = {{"item", "SKU"}};
        request.encoding = "GB18030";
        request.delimiter = ";";
        request.layout = "wide";
        request.dateFormat = "day first";
        request.decimalSeparator = ",";
        request.headerRow = 2;
        request.isDryRun = true;
        QVERIFY(survives(request));
        QVERIFY(survives(CleaningRequest{defaultRecipe()}));
        QVERIFY(survives(ProgressNote{7, {"reading", 1, 2, "bytes", 3, "Reading", {{"rows", 5}}}}));
        QVERIFY(survives(Revision{4, "recipe", ""}));
    }

    void writeWhatIsNotANumberAsNull() {
        Scores scores;
        scores.mase = std::nan("");
        const json written = scores;
        QVERIFY(written["mase"].is_null());
        QVERIFY(std::isnan(written.get<Scores>().mase));
    }

    void refuseMembersOfTheWrongKind_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("text for a number") << QByteArray(R"({"horizon": "many"})");
        QTest::newRow("too large") << QByteArray(R"({"horizon": 99999999999})");
        QTest::newRow("a fraction") << QByteArray(R"({"horizon": 1.5})");
        QTest::newRow("negative seed") << QByteArray(R"({"seed": -1})");
        QTest::newRow("no such day") << QByteArray(R"({"origin": "2011-02-30"})");
        QTest::newRow("no such period") << QByteArray(R"({"period": "fortnight"})");
        QTest::newRow("no object") << QByteArray("[]");
    }
    void refuseMembersOfTheWrongKind() {
        QFETCH(QByteArray, text);
        QVERIFY_EXCEPTION_THROWN(json::parse(text.toStdString()).get<TrainingOptions>(), Error);
    }

    void areReadOrRefusedWhateverStandsInAMember() {
        QVERIFY((refused<CalendarRequest, CleaningRequest, ItemWeeksRequest, LinesRequest, CleaningSummary, ChangedLinesPage>()) > 50);
        QVERIFY((refused<FeatureChange, ComingValuesRequest, ComingEntries, FeatureList, ComingValues>()) > 50);
        QVERIFY((refused<DatabaseRequest, DatabaseTables, ImportRequest, ImportUndoRequest, ImportPreviewResult, ImportResult>()) > 50);
        QVERIFY((refused<LinePageRequest, LineWeeksRequest, LineExportRequest, LinePage, LineWeeks>()) > 50);
        QVERIFY((refused<JobRequest, ProgressNote, ChangeNote, LogNote, Revision>()) > 50);
        QVERIFY((refused<ErasureRequest, RetentionRequest, ErasurePreview, ErasureOutcome, RetentionPreview>()) > 50);
        QVERIFY((refused<SampleRequest, PathRequest, CreateRequest, HelloResult, ProjectFacts, VerifyOutcome>()) > 50);
        QVERIFY((refused<ItemQualityRequest, DataQuality, ItemQualityPage>()) > 50);
        QVERIFY((refused<ModelExportRequest, ModelImportRequest, CompareRequest, ForecastRequest, ExportRequest>()) > 50);
        QVERIFY((refused<BacktestRequest, RefreshRequest, CostFacts, ModelFacts, ForecastFacts, BacktestOutcome, RefreshOutcome>()) > 50);
    }

    void carryErrorsWithCodeHintAndDetails() {
        const Error error("import.no_date_column", "no column holds dates", "Map one.", {{"file", "a.csv"}});
        const Message read = parseMessage(errorLine(5, ErrorBody::fromError(error)));
        QCOMPARE(read.kind, Message::Kind::Error);
        QCOMPARE(read.id.get<int>(), 5);
        QCOMPARE(read.error.toError().code(), error.code());
        QCOMPARE(read.error.toError().hint(), error.hint());
        QCOMPARE(read.error.toError().details().at("file"), std::string("a.csv"));
        QVERIFY(parseMessage(errorLine(5, ErrorBody::forCancelled())).error.isCancelled());
    }

    void stayOneLineAndReadableWhateverTheTextHolds() {
        const std::string line = resultLine("a", {{"name", "two\nlines \xff"}});
        QVERIFY(line.find('\n') == std::string::npos);
        QCOMPARE(parseMessage(line).kind, Message::Kind::Result);
        QCOMPARE(parseMessage(requestLine(1, "x", json::object())).kind, Message::Kind::Request);
        QCOMPARE(parseMessage(notificationLine("x", json::object())).kind, Message::Kind::Notification);
    }
};

QTEST_GUILESS_MAIN(MessagesTest)
#include "messages_test.moc"
