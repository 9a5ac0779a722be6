// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/method_names.h"

#include <QCoreApplication>

namespace foresell {

const char* methodSource(const std::string& method, PeriodKind kind) {
    if (method == "lstm") {
        return QT_TRANSLATE_NOOP("Method", "LSTM");
    }
    if (method == "mlp") {
        return QT_TRANSLATE_NOOP("Method", "MLP");
    }
    if (method == "moving_average") {
        return QT_TRANSLATE_NOOP("Method", "moving average");
    }
    if (method == "seasonal_naive") {
        return kind == PeriodKind::Day ? QT_TRANSLATE_NOOP("Method", "last week's pattern")
                                       : QT_TRANSLATE_NOOP("Method", "last year's pattern");
    }
    return QT_TRANSLATE_NOOP("Method", "automatic choice");
}

QString methodName(const std::string& method, PeriodKind kind) {
    return QCoreApplication::translate("Method", methodSource(method, kind));
}

QString methodLabel(const std::string& method, PeriodKind kind) {
    const QString name = methodName(method, kind);
    return QString(name.left(1).toUpper() + name.mid(1));
}

QString periodsText(int count, PeriodKind kind) {
    switch (kind) {
        case PeriodKind::Day: return QCoreApplication::translate("Method", "%n day(s)", nullptr, count);
        case PeriodKind::Week: return QCoreApplication::translate("Method", "%n week(s)", nullptr, count);
        case PeriodKind::Month: break;
    }
    return QCoreApplication::translate("Method", "%n month(s)", nullptr, count);
}

}  // namespace foresell
