// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_words.h"

#include <QTranslator>

#include "ui/charts/chart_text.h"
#include "ui/widgets/method_names.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

const char* periodsSource(PeriodKind kind) {
    return kind == PeriodKind::Day ? "%n day(s)" : kind == PeriodKind::Week ? "%n week(s)" : "%n month(s)";
}

}  // namespace

ReportWords::ReportWords(const QLocale& locale) : m_locale(locale), m_translator(std::make_unique<QTranslator>()) {
    const QString file = isChinese(locale) ? u":/translations/foresell_zh_CN.qm"_s : u":/translations/foresell_en.qm"_s;
    if (!m_translator->load(file)) {
        m_translator.reset();
    }
}

ReportWords::~ReportWords() = default;
ReportWords::ReportWords(ReportWords&&) noexcept = default;

QString ReportWords::translated(const char* context, const char* source, int count) const {
    QString text = m_translator == nullptr ? QString() : m_translator->translate(context, source, nullptr, count);
    if (text.isEmpty()) {
        text = QString::fromUtf8(source);
        text.replace("(s)"_L1, count == 1 ? ""_L1 : "s"_L1);
    }
    return text.replace("%n"_L1, numberText(count, m_locale));
}

QString ReportWords::method(const std::string& method, PeriodKind kind) const {
    return translated("Method", methodSource(method, kind), -1);
}

QString ReportWords::periods(int count, PeriodKind kind) const {
    return translated("Method", periodsSource(kind), count);
}

}  // namespace foresell
