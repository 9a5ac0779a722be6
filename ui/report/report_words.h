// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <memory>

#include "core/calendar/period.h"

class QTranslator;

namespace foresell {

/// The words of a report in its own language, which need not be the window's. Sources are marked with
/// QT_TRANSLATE_NOOP("Report", ...).
class ReportWords {
public:
    explicit ReportWords(const QLocale& locale);
    ~ReportWords();
    ReportWords(ReportWords&&) noexcept;

    const QLocale& locale() const { return m_locale; }
    QString text(const char* source, int count = -1) const { return translated("Report", source, count); }
    QString method(const std::string& method, PeriodKind kind) const;
    QString periods(int count, PeriodKind kind) const;

private:
    QString translated(const char* context, const char* source, int count) const;

    QLocale m_locale;
    std::unique_ptr<QTranslator> m_translator;
};

}  // namespace foresell
