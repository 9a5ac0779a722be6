// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString source;
    QStringList translations;
    bool isUnfinished = false;
};

QList<Message> readMessages(const QString& name) {
    QFile file(QStringLiteral(FORESELL_SOURCE_DIR "/resources/translations/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("source")) {
            messages.append({xml.readElementText(), {}, false});
        } else if (xml.name() == QLatin1String("translation")) {
            messages.last().isUnfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            messages.last().translations.append(text);
        }
    }
    return messages;
}

QSet<QString> places(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QSet<QString> found;
    for (auto match = place.globalMatch(text); match.hasNext();) {
        found.insert(match.next().captured());
    }
    return found;
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void everyTextHasItsChineseWithTheSamePlaces();
    void everyPluralHasItsEnglishForms();
    void everyTextOfTheSourcesIsKnown();
};

void TranslationsTest::everyTextHasItsChineseWithTheSamePlaces() {
    const QList<Message> messages = readMessages(QStringLiteral("foresell_zh_CN.ts"));
    QVERIFY(messages.size() > 500);
    for (const Message& message : messages) {
        QVERIFY2(!message.isUnfinished && !message.translations.value(0).isEmpty(), qPrintable(message.source));
        QVERIFY2(places(message.source) == places(message.translations.first()), qPrintable(message.source));
    }
}

void TranslationsTest::everyPluralHasItsEnglishForms() {
    for (const Message& message : readMessages(QStringLiteral("foresell_en.ts"))) {
        QVERIFY2(!message.isUnfinished && !message.translations.value(0).contains(QLatin1String("(s)")), qPrintable(message.source));
    }
}

void TranslationsTest::everyTextOfTheSourcesIsKnown() {
    QSet<QString> known;
    for (const Message& message : readMessages(QStringLiteral("foresell_zh_CN.ts"))) {
        known.insert(message.source);
    }
    static const QRegularExpression call(QStringLiteral("\\btr\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[,)]"));
    int found = 0;
    for (QDirIterator files(QStringLiteral(FORESELL_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto match = call.globalMatch(text); match.hasNext(); ++found) {
            QString source = match.next().captured(1);
            source.replace(QLatin1String("\\n"), QLatin1String("\n")).replace(QLatin1String("\\\""), QLatin1String("\""));
            QVERIFY2(known.contains(source), qPrintable(file.fileName() + QStringLiteral(": ") + source));
        }
    }
    QVERIFY(found > 300);
}

QTEST_APPLESS_MAIN(TranslationsTest)
#include "translations_test.moc"
