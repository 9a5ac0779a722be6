// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_renderer.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "tests/support/forecast_fixture.h"
#include "ui/report/report_page.h"

using namespace foresell;
using foresell::test::ForecastFixture;

class ReportRendererTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_project;

    static QString output(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(20'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    QString write(const QString& language) {
        const QString path = m_folder.filePath(language + QStringLiteral(".pdf"));
        writeReport(m_project, path, QLocale(language));
        return path;
    }
    static bool hasPoppler() { return !QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty(); }

private slots:
    void initTestCase() {
        m_project = m_folder.filePath(QStringLiteral("shop.foresell"));
        ForecastFixture(30).write(m_project.toStdString());
    }

    void theTextOfThePdfIsTheTextOfTheReport_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("en") << QStringLiteral("en")
                            << QStringList{QStringLiteral("units in the next 4 weeks"), QStringLiteral("How far to trust it"), QStringLiteral("Corner shop 街角小店"),
                                           QStringLiteral("抱枕套 棉麻"), QStringLiteral("37.9%"), QStringLiteral("9f3c51aa00112233"), QStringLiteral("Receipt: run 1"), QStringLiteral("1/")};
        QTest::newRow("zh") << QStringLiteral("zh_CN") << QStringList{QStringLiteral("街角小店"), QStringLiteral("抱枕套 棉麻"), QStringLiteral("37.9%"), QStringLiteral("2011年12月"), QStringLiteral("未来 4 周预计销量"), QStringLiteral("1月"), QStringLiteral("可信程度"), QStringLiteral("中位数")};
    }
    void theTextOfThePdfIsTheTextOfTheReport() {
        if (!hasPoppler()) {
            QSKIP("poppler-utils is not installed");
        }
        QFETCH(QString, language);
        QFETCH(QStringList, texts);
        const QString text = output(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), write(language), QStringLiteral("-")});
        for (const QString& wanted : texts) {
            QVERIFY2(text.contains(wanted), qPrintable(wanted + QStringLiteral(" is not in\n") + text.left(3000)));
        }
    }

    void chartsAreVectorsAndFontsAreEmbedded() {
        if (!hasPoppler()) {
            QSKIP("poppler-utils is not installed");
        }
        const QString path = write(QStringLiteral("zh_CN"));
        const QStringList images = output(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(images.size(), 2);  // the head alone
        const QStringList fonts = output(QStringLiteral("pdffonts"), {path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(fonts.size() > 2);
        for (const QString& font : fonts.mid(2)) {
            QVERIFY2(font.contains(QStringLiteral(" yes ")) && !font.contains(QStringLiteral("Type 3")) && !font.contains(QStringLiteral("Noto")), qPrintable(font));
        }
    }

    void aTableThatGoesOnOverThePageHasItsHeadThereToo() {
        if (!hasPoppler()) {
            QSKIP("poppler-utils is not installed");
        }
        const QString path = write(QStringLiteral("en"));
        for (const char* page : {"1", "2"}) {
            const QString number = QString::fromLatin1(page);
            const QString text = output(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("-f"), number, QStringLiteral("-l"), number, path, QStringLiteral("-")});
            QVERIFY2(text.contains(QStringLiteral("Past and next")), qPrintable(text));
        }
    }

    void sectionsCanBeLeftOut() {
        const auto reader = ProjectReader::open(m_project.toStdString());
        ReportOptions options;
        options.sections = {ReportSection::Summary};
        const ReportRenderer shortReport(readReport(*reader, options), QLocale(QLocale::English));
        const ReportRenderer whole(readReport(*reader), QLocale(QLocale::English));
        QCOMPARE(shortReport.pageCount(), 1);
        QVERIFY(whole.pageCount() > 2);
    }

    void aFileThatCannotBeWrittenIsAnError() {
        QVERIFY_EXCEPTION_THROWN(writeReport(m_project, QStringLiteral("/nowhere/at/all.pdf"), QLocale()), Error);
    }
};

QTEST_MAIN(ReportRendererTest)
#include "report_renderer_test.moc"
