// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messages.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace foresell;
using namespace Qt::StringLiterals;

namespace {

/// What only the shell, a request written by hand or a fault of the program itself can bring about.
const QSet<QString> notInTheWindow{
    u"anomalies.cannot_tell"_s, u"anomalies.no_run"_s, u"backtest.cannot_write"_s, u"backtest.too_short"_s, u"calendar.no_such_event"_s,
    u"cleaning.no_preview"_s, u"cleaning.no_such_item"_s, u"cleaning.no_such_step"_s, u"device.unknown"_s, u"engine.no_output"_s,
    u"engine.no_project"_s, u"evaluation.other_periods"_s, u"features.unknown_fill"_s, u"forecast.bad_horizon"_s, u"forecast.immutable"_s,
    u"forecast.not_trained"_s, u"import.no_such_field"_s, u"jobs.no_answer"_s, u"jobs.none"_s, u"json.bad_field"_s, u"json.not_an_object"_s, u"lines.bad_query"_s, u"network.unknown"_s,
    u"option.ask_password"_s, u"option.before"_s, u"option.date"_s, u"option.horizon"_s, u"option.map"_s, u"option.origin"_s, u"option.period"_s,
    u"option.phase"_s, u"option.progress"_s, u"option.quantiles"_s, u"option.query_file"_s, u"option.query_too_large"_s, u"option.recipe"_s,
    u"option.recipe_too_large"_s, u"option.retrain"_s,
    u"option.week_start"_s, u"option.yes"_s, u"panel.cut"_s, u"protocol.bad_params"_s, u"protocol.bad_request"_s, u"quality.bad_kind"_s,
    u"report.needs_window"_s, u"sample.bad_option"_s, u"training.unknown_model"_s};

/// Every code that core throws or refuses with.
QSet<QString> codesOfCore() {
    static const QRegularExpression thrown(u"(?:\\bError(?: \\w+)?|\\b\\w*(?:refuse|require|fail)\\w*)\\s*[({][^\"();]*\"([a-z]+\\.[a-z_0-9]+)\""_s);
    QSet<QString> codes;
    QDirIterator files(QStringLiteral(FORESELL_SOURCE_DIR "/core"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            auto found = thrown.globalMatch(QString::fromUtf8(file.readAll()));
            while (found.hasNext()) {
                codes.insert(found.next().captured(1));
            }
        }
    }
    return codes;
}

}  // namespace

class ErrorTextsTest : public QObject {
    Q_OBJECT

private slots:
    void theWindowHasItsOwnWordsForEveryErrorThatAPersonCanMeet() {
        const QSet<QString> codes = codesOfCore();
        QVERIFY2(codes.size() > 150, qPrintable(QString::number(codes.size())));
        QStringList untold, needless;
        for (const QString& code : codes) {
            const Error error(code.toStdString(), "as the engine says it", "as the engine hints");
            const bool isTold = errorText(error) != u"as the engine says it"_s;
            if (!isTold && !notInTheWindow.contains(code)) {
                untold.append(code);
            } else if (isTold && notInTheWindow.contains(code)) {
                needless.append(code);
            }
            QVERIFY2(!isTold || errorHint(error) != u"as the engine hints"_s, qPrintable(code));
        }
        untold.sort();
        QVERIFY2(untold.isEmpty(), qPrintable(u"write words in ui/widgets/messages.cpp for "_s + untold.join(u", "_s)));
        QVERIFY2(needless.isEmpty(), qPrintable(needless.join(u", "_s)));
        for (const QString& code : notInTheWindow) {
            QVERIFY2(codes.contains(code), qPrintable(code + u" is thrown no more"_s));
        }
    }

    void aDetailStandsInTheMessage() {
        const Error option("training.option", "English", "", {{"option", "weight-decay"}, {"rule", "it lies between 0 and 1"}});
        QVERIFY(errorText(option).contains(u"weight-decay"_s));
        const Error sheet("import.no_such_sheet", "English", "", {{"file", "sales.xlsx"}, {"sheet", "May"}});
        QVERIFY(errorText(sheet).contains(u"sales.xlsx"_s));
    }

    void anUnknownErrorKeepsTheEnginesWords() {
        const Error error("some.new_code", "as the engine says it", "as the engine hints");
        QCOMPARE(errorText(error), u"as the engine says it"_s);
        QCOMPARE(errorHint(error), u"as the engine hints"_s);
    }
};

QTEST_APPLESS_MAIN(ErrorTextsTest)
#include "error_texts_test.moc"
