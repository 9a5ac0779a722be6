// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <csignal>
#include <numeric>

#include "core/baselines/simple_method.h"
#include "core/report/forecast_view.h"
#include "tests/app/engine_process.h"

using namespace foresell;
using namespace foresell::test;
using nlohmann::json;

class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_project = path("shop.foresell");
    }

    void givesTheExitStatusOfGnuPrograms() {
        QCOMPARE(runCli({"--help"}).status, 0);
        QCOMPARE(runCli({"train", "--help"}).status, 0);
        QCOMPARE(runCli({"--version"}).status, 0);
        QCOMPARE(runCli({}).status, 2);
        QCOMPARE(runCli({"fly"}).status, 2);
        QCOMPARE(runCli({"train", m_project, "--horizon", "none"}).status, 2);
        QCOMPARE(runCli({"create", m_project, "--week-start", "someday"}).status, 2);
        QCOMPARE(runCli({"info", path("absent.foresell")}).status, 1);
        const CommandResult report = runCli({"report", m_project});
        QCOMPARE(report.status, 1);
        QVERIFY(report.err.contains("foresell --report PROJECT --output FILE.pdf"));
    }

    void namesWhatItDoesNotKnow_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("command") << QStringList{"fly"} << QByteArray("no command fly");
        QTest::newRow("help of no command") << QStringList{"fly", "--help"} << QByteArray("no command fly");
        QTest::newRow("option") << QStringList{"train", "PROJECT", "--lr", "3"} << QByteArray("train has no option --lr");
        QTest::newRow("loss") << QStringList{"train", "PROJECT", "--loss", "foo"} << QByteArray("--loss: \"foo\" is none of quantile, mse");
        QTest::newRow("optimizer") << QStringList{"train", "PROJECT", "--optimizer", "foo"} << QByteArray("\"foo\" is none of adamw");
        QTest::newRow("schedule") << QStringList{"train", "PROJECT", "--schedule", "foo"} << QByteArray("\"foo\" is none of one_cycle");
        QTest::newRow("activation") << QStringList{"train", "PROJECT", "--activation", "foo"} << QByteArray("\"foo\" is none of auto, relu");
        QTest::newRow("rate") << QStringList{"train", "PROJECT", "--learning-rate", "-1"} << QByteArray("\"-1\" does not lie above 0 and up to 10");
        QTest::newRow("model") << QStringList{"train", "PROJECT", "--model", "foo"} << QByteArray("there is no model \"foo\"");
        QTest::newRow("origin") << QStringList{"train", "PROJECT", "--origin", "1999-01-01"} << QByteArray("no sales up to 1999-01-01: the first are of 2024-01-01");
    }
    void namesWhatItDoesNotKnow() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, told);
        create();
        importSales(salesCsv(2, 60));
        arguments.replaceInStrings("PROJECT", m_project);
        const CommandResult result = runCli(arguments);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains(told), result.err.constData());
        QVERIFY(result.err.size() < 1000);
        QVERIFY(runCli({"runs", m_project, "--json"}).json()["runs"].empty());  // a slip leaves no failed run
    }

    void explainsEveryModelAndEveryChoiceOfATraining() {
        const json models = runCli({"models", "--json"}).json()["models"];
        QVERIFY(models.size() >= 26);
        for (const json& model : models) {
            QVERIFY(model["words"].get<std::string>().size() > 20);
        }
        QVERIFY(runCli({"models"}).out.contains("lstm  (one of the usual ones)\n"));
        const QByteArray help = runCli({"train", "--help"}).out;
        for (const char* line : {"quantile (the default): ", "adamw (the default): ", "one_cycle (the default): ", "auto (the default): ", "tweedie: ", "plateau: "}) {
            QVERIFY2(help.contains(line), line);
        }
    }

    void importsWithABalanceAndOnlyOnce() {
        create();
        QByteArray csv = salesCsv(3, 30);
        csv += "9999,no date,I1,2,2.50\n";
        const json first = importSales(csv);
        QCOMPARE(first["read"].get<int>(), 91);
        QCOMPARE(first["imported"].get<int>(), 90);
        QCOMPARE(first["rejected"].get<int>(), 1);
        QCOMPARE(first["duplicate"].get<int>(), 0);
        const json again = importSales(csv);
        QCOMPARE(again["imported"].get<int>(), 0);
        QCOMPARE(again["duplicate"].get<int>(), 90);
        QCOMPARE(again["read"], first["read"]);
        const json info = runCli({"info", m_project, "--json"}).json();
        QCOMPARE(info["lines"].get<int>(), 90);
        QVERIFY(info["is_balanced"].get<bool>());
    }

    void writesTheRejectedRowsSoThatTheyCanBeCorrectedAndImported() {
        create();
        const QByteArray heading = "order,date,item,quantity,price\n";
        const QByteArray rejected = "9998,someday,I1,2,2.50\n9999,2024-01-05,I2,many,\"1,50\"\n";
        const json import = importSales(salesCsv(3, 30) + rejected);
        QCOMPARE(import["rejected"].get<int>(), 2);

        const CommandResult printed = runCli({"rejects", m_project});
        QCOMPARE(printed.status, 0);
        QCOMPARE(printed.out, heading + rejected);
        const json asJson = runCli({"rejects", m_project, "--json"}).json();
        QCOMPARE(asJson["csv"].get<std::string>(), (heading + rejected).toStdString());
        QCOMPARE(asJson["import"].get<int>(), 1);
        QCOMPARE(runCli({"rejects", m_project, "--import", "1", "--output", path("rejects.csv"), "--json"}).json()["file"].get<std::string>(),
                 path("rejects.csv").toStdString());
        QCOMPARE(read("rejects.csv"), heading + rejected);

        QByteArray corrected = read("rejects.csv");
        corrected.replace("someday", "2024-01-04").replace("many", "3").replace("\"1,50\"", "1.50");
        QCOMPARE(importSales(corrected)["imported"].get<int>(), 2);
        QCOMPARE(runCli({"rejects", m_project}).out, heading);  // the last import rejected nothing
        QCOMPARE(runCli({"rejects", m_project, "--import", "1"}).out, heading + rejected);
        QCOMPARE(runCli({"info", m_project, "--json"}).json()["lines"].get<int>(), 92);
    }

    void tellsWhyRejectedRowsCannotBeWritten() {
        create();
        const CommandResult none = runCli({"rejects", m_project});
        QCOMPARE(none.status, 1);
        QVERIFY(none.err.contains("There is no import"));
        importSales(salesCsv(1, 5));
        QCOMPARE(runCli({"rejects", m_project, "--import", "7"}).status, 1);
        const CommandResult nowhere = runCli({"rejects", m_project, "--output", path("absent/rejects.csv")});
        QCOMPARE(nowhere.status, 1);
        QVERIFY(nowhere.err.contains("Cannot write"));
    }

    void takesAWholeImportBackSoThatItsFileCanBeImportedAgain() {
        create();
        importSales(salesCsv(2, 10));
        const QByteArray more = salesCsv(3, 10, 1'000);
        QCOMPARE(importSales(more)["imported"].get<int>(), 30);

        QCOMPARE(runCli({"undo-import", m_project, "2"}).status, 0);
        json info = runCli({"info", m_project, "--json"}).json();
        QCOMPARE(info["lines"].get<int>(), 20);
        QVERIFY(info["is_balanced"].get<bool>());
        const json again = importSales(more);
        QCOMPARE(again["imported"].get<int>(), 30);
        QCOMPARE(again["duplicate"].get<int>(), 0);

        const json asJson = runCli({"undo-import", m_project, "1", "--json"}).json();
        QCOMPARE(asJson["import"].get<int>(), 1);
        QVERIFY(asJson["taken_back"].get<bool>());
        QCOMPARE(runCli({"info", m_project, "--json"}).json()["lines"].get<int>(), 30);
        for (const char* import : {"1", "2", "99", "-1"}) {  // taken back already, or never there
            const CommandResult refused = runCli({"undo-import", m_project, import});
            QCOMPARE(refused.status, 1);
            QVERIFY(refused.err.contains("This import is not there"));
        }
        QCOMPARE(runCli({"undo-import", m_project, "first"}).status, 2);
        QCOMPARE(runCli({"undo-import", m_project}).status, 2);
        QCOMPARE(runCli({"info", m_project, "--json"}).json()["lines"].get<int>(), 30);
    }

    void readsStandardInputAndKeepsNothingOfADryRun() {
        create();
        const CommandResult dry =
            runCli({"import", m_project, "-", "--as", "sales", "--dry-run", "--json"}, salesCsv(2, 10));
        QCOMPARE(dry.status, 0);
        QCOMPARE(dry.json()["imported"].get<int>(), 20);
        QCOMPARE(runCli({"info", m_project, "--json"}).json()["lines"].get<int>(), 0);
    }

    void tellsProgressAsJsonLinesAndNothingWhenQuiet() {
        create();
        write("sales.csv", salesCsv(5, 100));
        const CommandResult told =
            runCli({"import", m_project, path("sales.csv"), "--progress", "json", "--json"});
        QVERIFY(told.json().is_object());
        for (const QByteArray& line : told.err.split('\n')) {
            QVERIFY(line.isEmpty() || json::parse(line.toStdString(), nullptr, false).contains("stage"));
        }
        QVERIFY(!told.err.isEmpty());
        QVERIFY(runCli({"clean", m_project, "--quiet"}).err.isEmpty());
    }

    void tellsEveryEpochAndAShareOfTheWholeTrainingThatNeverFalls() {
        create();
        importSales(salesCsv(3, 120));
        const CommandResult trained = runCli({"train", m_project, "--model", "mlp", "--epochs", "3", "--hidden-size", "4", "--horizon", "7", "--batch-size",
                                              "256", "--threads", "1", "--progress", "json", "--json"});
        QCOMPARE(trained.status, 0);
        int ends = 0, tests = 0;
        double share = 0;
        bool isShipping = false;
        for (const QByteArray& line : trained.err.split('\n')) {
            if (line.isEmpty()) {
                continue;
            }
            const json told = json::parse(line.toStdString());
            const json metrics = told.value("metrics", json::object());
            ends += metrics.value("epoch_ended", 0.0) > 0 ? 1 : 0;
            tests = std::max(tests, static_cast<int>(metrics.value("method", 0.0)));
            isShipping = isShipping || told["stage"] == "shipping";
            QVERIFY2(isShipping || told["stage"] != "forecasting", line.constData());
            QVERIFY2(metrics.value("share", share) >= share, line.constData());
            share = metrics.value("share", share);
        }
        QVERIFY2(ends >= 2 * 3, trained.err.constData());  // of the test, and of what is kept
        QVERIFY(tests >= 2);
        QVERIFY(share > 0.9);
    }

    void changesTheCalendarAndTellsItWithItsPhases() {
        QCOMPARE(runCli({"create", m_project, "--country", "CN"}).status, 0);
        const auto eventOf = [](const json& calendar, const std::string& id) {
            for (const json& event : calendar["events"]) {
                if (event["id"] == id) {
                    return event;
                }
            }
            return json();
        };
        const json plain = runCli({"calendar", m_project, "--year", "2026", "--json"}).json();
        QCOMPARE(eventOf(plain, "commerce.double_11")["phases"].size(), std::size_t{4});
        QCOMPARE(plain["make_up_workdays"].size(), std::size_t{6});
        QVERIFY(plain["is_announced"].get<bool>());
        const json later = runCli({"calendar", m_project, "--year", "2030", "--json"}).json();
        QVERIFY(!later["is_announced"].get<bool>() && later["announced_until"].is_string());
        QCOMPARE(runCli({"calendar", m_project, "--add", "店庆", "--first", "2026-03-01", "--last", "2026-03-05", "--main", "2026-03-03",
                         "--phase", "presale=2026-02-20..2026-02-28", "--lead", "9", "--yearly"}).status, 0);
        QCOMPARE(runCli({"calendar", m_project, "--off", "commerce.618", "--weeks", "nrf"}).status, 0);
        const json changed = runCli({"calendar", m_project, "--year", "2027", "--json"}).json();
        QCOMPARE(eventOf(changed, "own.1")["main"].get<std::string>(), std::string("2027-03-03"));
        QCOMPARE(eventOf(changed, "own.1")["lead"].get<int>(), 9);
        QVERIFY(!eventOf(changed, "commerce.618")["is_on"].get<bool>());
        QCOMPARE(runCli({"info", m_project, "--json"}).json()["settings"]["week_start"].get<int>(), 6);
        QCOMPARE(runCli({"calendar", m_project, "--remove", "own.1"}).status, 0);
        QVERIFY(eventOf(runCli({"calendar", m_project, "--year", "2027", "--json"}).json(), "own.1").is_null());
        for (const QStringList& wrong : {QStringList{"--add", "no date"}, QStringList{"--off", "nothing"}, QStringList{"--change", "cn.new_year", "--first", "2026-01-02"},
                                         QStringList{"--change", "commerce.618", "--first", "2026-02-30"}, QStringList{"--change", "commerce.618", "--channel", "none"},
                                         QStringList{"--weeks", "13"}}) {
            const CommandResult refused = runCli(QStringList{"calendar", m_project} + wrong);
            QVERIFY2((refused.status == 1 || refused.status == 2) && !refused.err.isEmpty(), qPrintable(wrong.join(' ')));
        }
    }

    void doesTheMainJobOnTheSampleShop() {
        const QString shop = path("shop");
        QCOMPARE(runCli({"sample", shop, "--items", "6", "--locations", "1", "--days", "240"}).status, 0);
        create();
        for (const QString role : {"items", "sales", "plan"}) {
            const CommandResult imported =
                runCli({"import", m_project, shop + '/' + role + ".csv", "--as", role, "--json"});
            QVERIFY2(imported.status == 0, imported.err.constData());
            const json rows = imported.json();
            QCOMPARE(rows["read"].get<int>(), rows["imported"].get<int>() + rows["rejected"].get<int>() +
                                                  rows["duplicate"].get<int>());
        }
        const json cleaned = runCli({"clean", m_project, "--json"}).json();
        QVERIFY(cleaned["is_balanced"].get<bool>());
        QVERIFY(cleaned["set_aside"].get<int>() > 0);
        const CommandResult trained = runCli(tinyTraining({"--horizon", "7"}));
        QVERIFY2(trained.status == 0, trained.err.constData());
        for (const char* field : {"run", "model", "epochs", "seconds", "windows_per_second", "parameters",
                                  "device", "threads", "seed", "validation_loss", "data_hash"}) {
            QVERIFY2(trained.json().contains(field), field);
        }
        QCOMPARE(trained.json()["scores"].size(), std::size_t{4});  // three simple methods and the one that was asked for
        checkForecast(forecast("forecast.csv"), 6, 7);
        const json verified = runCli({"verify", m_project, "--json"}).json();
        QVERIFY2(verified["is_sound"].get<bool>(), verified.dump().c_str());
    }

    void refusesARecipeThatIsTooLargeToBeOne() {
        create();
        importSales(salesCsv(2, 20));
        const QByteArray recipe = R"({"recipe": 1, "steps": []})";
        write("padded.json", recipe + QByteArray((16 << 20) - recipe.size(), ' '));
        QCOMPARE(runCli({"clean", m_project, "--recipe", path("padded.json"), "--preview"}).status, 0);
        write("large.json", recipe + QByteArray((16 << 20) - recipe.size() + 1, ' '));
        const CommandResult large = runCli({"clean", m_project, "--recipe", path("large.json"), "--preview"});
        QCOMPARE(large.status, 2);
        QVERIFY(large.err.contains("16 MB"));
        const CommandResult absent = runCli({"clean", m_project, "--recipe", path("absent.json"), "--preview"});
        QCOMPARE(absent.status, 2);
        QVERIFY(absent.err.contains("absent.json"));
    }

    void refusesAQueryThatIsTooLargeToBeOne() {
        create();
        const auto query = [this](const QString& name) {
            return runCli({"import-db", m_project, "odbc:absent", "--query-file", path(name), "--show-query"});
        };
        const QByteArray select = "SELECT 1 AS date";
        write("large.sql", select + QByteArray((1 << 20) - select.size() + 1, ' '));
        const CommandResult large = query("large.sql");
        QCOMPARE(large.status, 2);
        QVERIFY2(large.err.contains("larger than 1 MB") && large.err.contains("only the SELECT"), large.err.constData());
        write("padded.sql", select + QByteArray((1 << 20) - select.size(), ' '));
        QCOMPARE(query("padded.sql").status, 0);
        const CommandResult absent = query("absent.sql");
        QCOMPARE(absent.status, 2);
        QVERIFY(absent.err.contains("absent.sql"));
        const CommandResult endless = runCli({"import-db", m_project, "odbc:absent", "--query-file", "/dev/zero", "--show-query"});
        QCOMPARE(endless.status, 2);
        QVERIFY(endless.err.contains("larger than 1 MB"));
    }

    void forecastsStylesAndSharesThemOutAmongTheirSizes() {
        create();
        importSales(salesCsv(3, 120));
        write("sizes.csv", "style code,sku,size\nTEE,I1,S\nTEE,I2,M\n");
        const json structure = runCli({"import", m_project, path("sizes.csv"), "--json"}).json();
        QCOMPARE(structure["imported"].get<int>(), 2);
        QCOMPARE(structure["files"][0]["role"].get<std::string>(), std::string("structure"));
        const QStringList train{"train", m_project, "--model", "moving_average", "--horizon", "7", "--json"};
        QCOMPARE(runCli(train).status, 0);
        const CommandResult noSizes = runCli({"forecast", m_project, "--sizes", "--output", path("none.csv")});
        QCOMPARE(noSizes.status, 1);
        QVERIFY(noSizes.err.contains("styles"));
        write("recipe.json", R"({"recipe": 1, "steps": [{"id": "styles"}]})");
        const json cleaned = runCli({"clean", m_project, "--recipe", path("recipe.json"), "--json"}).json();
        QCOMPARE(cleaned["steps"][0]["facts"]["styles"].get<int>(), 1);
        QVERIFY(cleaned["is_balanced"].get<bool>());
        QCOMPARE(runCli(train).json()["run"].get<int>(), 2);
        checkForecast(forecast("styles.csv"), 2, 7);
        QVERIFY(read("styles.csv").contains("\nTEE,"));
        QCOMPARE(runCli({"forecast", m_project, "--sizes", "--output", path("sizes-out.csv")}).status, 0);
        checkForecast(read("sizes-out.csv"), 3, 7);
        QVERIFY(read("sizes-out.csv").startsWith("item,style,share,date,mean"));
        const auto meanOf = [this](const char* file, const QByteArray& item) {
            double sum = 0;
            for (const QByteArray& line : read(QString::fromLatin1(file)).split('\n')) {
                const QList<QByteArray> cells = line.split(',');
                sum += cells.front() == item ? cells[cells.size() - 4].toDouble() : 0;
            }
            return sum;
        };
        const double whole = meanOf("styles.csv", "TEE"), parts = meanOf("sizes-out.csv", "I1") + meanOf("sizes-out.csv", "I2");
        QVERIFY2(whole > 0 && std::abs(whole - parts) < 1e-3 * whole, qPrintable(QStringLiteral("%1 %2").arg(whole).arg(parts)));
    }

    void choosesFeaturesAndRefusesWhatCannotBe() {
        create();
        importSales(salesCsv(4, 150));
        write("plan.csv", "date,promotion\n2024-01-05,1\n2024-02-05,1\n");
        write("weather.csv", "date,rain\n2024-01-01,3\n2024-02-01,0\n2024-03-01,8\n");
        write("views.csv", "sku,date,views\nI1,2024-01-01,9\nI1,2024-02-01,4\nI2,2024-03-01,7\n");
        QCOMPARE(runCli({"import", m_project, path("plan.csv"), "--as", "plan"}).status, 0);
        QCOMPARE(runCli({"import", m_project, path("weather.csv"), "--as", "signals"}).status, 0);
        QCOMPARE(runCli({"import", m_project, path("views.csv")}).status, 0);
        const auto role = [this](const char* name) {
            const json list = runCli({"features", m_project, "--json"}).json()["features"];
            const auto found = std::find_if(list.begin(), list.end(), [name](const json& each) { return each["name"] == name; });
            return found == list.end() ? std::string("absent") : (*found)["role"].get<std::string>() + ((*found)["used"].get<bool>() ? "" : " off");
        };
        QCOMPARE(role("promotion"), std::string("known"));
        QCOMPARE(role("rain"), std::string("past"));
        QCOMPARE(role("views_to_usual"), std::string("past"));
        QCOMPARE(role("age"), std::string("known off"));
        QCOMPARE(runCli({"features", m_project, "--disable", "promotion", "--enable", "age", "--derive", "wet=rain > 2 ? 1 : 0", "--fill",
                         "rain=hold_last"}).status, 0);
        QCOMPARE(role("promotion"), std::string("known off"));
        QCOMPARE(role("age"), std::string("known"));
        QCOMPARE(role("rain"), std::string("known"));
        QCOMPARE(role("wet"), std::string("known"));
        const json coming = runCli({"features", m_project, "--coming", "rain", "--json"}).json();
        QCOMPARE(coming["rows"].size(), std::size_t{1});
        QCOMPARE(coming["rows"][0]["values"][0].get<double>(), 8.0);
        const CommandResult refused = runCli({"features", m_project, "--fill", "views_to_usual=hold_last"});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.contains("past periods alone"));
        QCOMPARE(runCli({"features", m_project, "--disable", "nothing"}).status, 1);
        QCOMPARE(runCli({"features", m_project, "--derive", "x=1 +"}).status, 1);
        QCOMPARE(runCli({"features", m_project, "--derive", "novalue"}).status, 2);
        QCOMPARE(runCli({"features", m_project, "--remove", "wet"}).status, 0);
        QCOMPARE(role("wet"), std::string("absent"));
    }

    void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
        create();
        importSales(salesCsv(4, 140));
        QByteArray forecasts[3];
        int at = 0;
        for (const QString seed : {"1", "1", "2"}) {
            QCOMPARE(runCli(tinyTraining({"--horizon", "7", "--seed", seed})).status, 0);
            forecasts[at++] = forecast("forecast.csv");
        }
        QCOMPARE(forecasts[0], forecasts[1]);
        QVERIFY(forecasts[0] != forecasts[2]);
    }

    void forecastsAsIfNothingAfterTheOriginWereKnown() {
        create();
        const QByteArray whole = salesCsv(4, 150) + "C7,2024-05-20,I1,-4,2.50\n";
        importSales(whole);
        QCOMPARE(runCli({"clean", m_project}).status, 0);
        const QString origin = "2024-05-10";
        QCOMPARE(runCli(tinyTraining({"--horizon", "7", "--origin", origin})).status, 0);
        const QByteArray full = forecast("full.csv");

        m_project = path("cut.foresell");
        create();
        QByteArray known;
        for (const QByteArray& line : whole.split('\n')) {
            const QList<QByteArray> cells = line.split(',');
            if (cells.size() > 1 && (cells[1] == "date" || cells[1] <= origin.toLatin1())) {
                known += line + '\n';
            }
        }
        importSales(known);
        QCOMPARE(runCli({"clean", m_project}).status, 0);
        QCOMPARE(runCli(tinyTraining({"--horizon", "7"})).status, 0);
        QCOMPARE(forecast("cut.csv"), full);
    }

    void keepsTheErrorOfEachSeriesWithTheRun() {
        create();
        importSales(salesCsv(3, 120));
        const json run =
            runCli({"train", m_project, "--model", "moving_average", "--horizon", "7", "--json"}).json();
        const auto view = ForecastView::read(*ProjectReader::open(m_project.toStdString()));
        QVERIFY(view != nullptr);
        QVERIFY(std::abs(view->testedError(view->allSeries()) - view->result().scoresOf("moving_average")->scores.wape) < 1e-6);
        QCOMPARE(run["model"].get<std::string>(), std::string("moving_average"));
    }

    void reachesFurtherAndAtOtherQuantilesThanTheRun() {
        create();
        importSales(salesCsv(3, 120));
        QCOMPARE(runCli({"train", m_project, "--model", "seasonal_naive", "--horizon", "7"}).status, 0);
        QCOMPARE(runCli({"forecast", m_project, "--horizon", "20", "--quantiles", "0.05,0.5,0.95", "-o",
                         path("far.csv")})
                     .status,
                 0);
        const QByteArray csv = read("far.csv");
        QVERIFY(csv.startsWith("item,date,mean,q0.05,q0.5,q0.95\n"));
        QCOMPARE(csv.count('\n'), 1 + 3 * 20);
        QCOMPARE(runCli({"forecast", m_project, "--quantiles", "0.9,0.1", "-o", path("far.csv")}).status, 2);
    }

    void keepsTheBetterRunForTheForecastUntilAnotherIsChosen() {
        create();
        importSales(salesCsv(3, 120));
        const auto trained = [this](const QString& model) {
            return runCli({"train", m_project, "--model", model, "--horizon", "7", "--json"}).json();
        };
        QCOMPARE(trained("seasonal_naive")["forecast_run"].get<int>(), 1);
        const QByteArray weekly = forecast("weekly.csv");
        const json worse = trained("naive");
        QCOMPARE(worse["succession"].get<std::string>(), std::string("worse"));
        QCOMPARE(worse["forecast_run"].get<int>(), 1);
        QCOMPARE(forecast("kept.csv"), weekly);
        const json chosen = runCli({"runs", m_project, "--use", "2", "--json"}).json();
        QCOMPARE(chosen["forecast_run"].get<int>(), 2);
        QVERIFY(forecast("chosen.csv") != weekly);
        QCOMPARE(runCli({"info", m_project, "--json"}).json()["forecast_run"].get<int>(), 2);
        QCOMPARE(trained("seasonal_naive")["forecast_run"].get<int>(), 3);
        QCOMPARE(runCli({"runs", m_project, "--use", "9"}).status, 1);
        QCOMPARE(runCli({"runs", m_project, "--remove", "3"}).status, 1);  // in use
        QCOMPARE(runCli({"runs", m_project, "--remove", "1", "--json"}).json()["runs"].size(), std::size_t{2});
    }

    void comparesMethodsOverSeveralOrigins() {
        create();
        importSales(salesCsv(3, 120));
        const json result = runCli({"backtest", m_project, "--models", "seasonal_naive,moving_average",
                                    "--horizon", "7", "--origins", "4", "--json", "-o", path("scores.csv")})
                                .json();
        QCOMPARE(result["by_origin"].size(), std::size_t{4});
        QCOMPARE(result["best"].get<std::string>(), std::string("seasonal_naive"));
        QCOMPARE(read("scores.csv").count('\n'), 1 + 5 * 2);
    }

    void trainsAndComparesEverySimpleMethodThatTheHelpNames() {
        create();
        importSales(salesCsv(3, 120));
        const QString methods = QString::fromStdString(
            std::accumulate(simpleMethods().begin() + 1, simpleMethods().end(), simpleMethods().front(),
                            [](const std::string& all, const std::string& name) { return all + "," + name; }));
        const json compared = runCli({"backtest", m_project, "--models", methods, "--horizon", "7", "--json"}).json();
        QCOMPARE(compared["methods"].size(), simpleMethods().size());
        const json trained = runCli({"train", m_project, "--model", "tsb", "--horizon", "7", "--json"}).json();
        QCOMPARE(trained["model"].get<std::string>(), std::string("tsb"));
        const QByteArray help = runCli({"train", "--help"}).out;
        for (const std::string& name : simpleMethods()) {
            QVERIFY2(help.contains(name.c_str()), name.c_str());
        }
    }

    void refreshesFromWhatIsNewInAFolder() {
        create();
        QDir(m_folder->path()).mkdir("exports");
        write("exports/sales-1.csv", salesCsv(3, 90));
        const QStringList refresh{"refresh",   m_project, path("exports"), "--model", "moving_average",
                                  "--horizon", "7",       "--json"};
        const CommandResult first = runCli(refresh);
        QVERIFY2(first.status == 0, first.err.constData());
        QVERIFY(first.json()["did_change"].get<bool>());
        QVERIFY(!runCli(refresh).json()["did_change"].get<bool>());
        write("exports/sales-2.csv", salesCsv(3, 97));
        const json third = runCli(refresh).json();
        QCOMPARE(third["imports"][0]["imported"].get<int>(), 21);
        QCOMPARE(third["training"]["result"]["origin"].get<std::string>(), std::string("2024-04-06"));
    }

    void leavesTheProjectAsItWasOnCtrlC() {
        create();
        write("large.csv", salesCsv(1000, 1000));
        QProcess process;
        process.start(qEnvironmentVariable("FORESELL_CLI"),
                      {"import", m_project, path("large.csv"), "--progress", "json"});
        process.setReadChannel(QProcess::StandardError);
        QVERIFY(process.waitForReadyRead(60'000));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(runCli({"info", m_project, "--json"}).json()["lines"].get<int>(), 0);
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void create() const { QCOMPARE(runCli({"create", m_project}).status, 0); }
    json importSales(const QByteArray& csv) const {
        write("sales.csv", csv);
        return runCli({"import", m_project, path("sales.csv"), "--as", "sales", "--json"}).json();
    }
    QStringList tinyTraining(const QStringList& more) const {
        return QStringList{"train",         m_project, "--model",   "lstm", "--epochs",   "1",
                           "--hidden-size", "4",       "--layers",  "1",    "--lookback", "14",
                           "--batch-size",  "32",      "--threads", "1",    "--json"} +
               more;
    }
    QByteArray forecast(const QString& name) const {
        const CommandResult result = runCli({"forecast", m_project, "--output", path(name)});
        return result.status == 0 ? read(name) : result.err;
    }
    static void checkForecast(const QByteArray& csv, int series, int horizon) {
        QList<QByteArray> lines = csv.trimmed().split('\n');
        QVERIFY(lines.takeFirst().endsWith("date,mean,q0.1,q0.5,q0.9"));
        QCOMPARE(lines.size(), series * horizon);
        for (const QByteArray& line : lines) {
            const QList<QByteArray> cells = line.split(',');
            double previous = 0;
            for (qsizetype at = cells.size() - 4; at < cells.size(); ++at) {
                bool isNumber = false;
                const double value = cells[at].toDouble(&isNumber);
                QVERIFY(isNumber && std::isfinite(value) && value >= 0);
                QVERIFY(at < cells.size() - 2 || value >= previous);
                previous = value;
            }
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
