// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <array>

#include "core/calendar/shop_calendar.h"

class QCheckBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace foresell {

/// An event's name, days, phases, windows and channels. Fields keep each other in bounds, so that whatever stands in the
/// dialog can be kept.
class EventDialog : public QDialog {
    Q_OBJECT

public:
    /// `channels`: codes of the project's channels.
    EventDialog(const ShopEvent& event, const QStringList& channels, bool isYearly, QWidget* parent);
    /// `edit` with what the dialog says; dates are those of the shown year.
    EventEdit applied(EventEdit edit) const;

private:
    struct PhaseRow {
        QCheckBox* isThere;
        QDateEdit *first, *last;
    };

    QDateEdit* addDate(QFormLayout* form, const QString& label, Day day);
    QSpinBox* addDays(QFormLayout* form, const QString& label, const QString& help, int value);
    void addPhases(QFormLayout* form);
    void addChannels(QFormLayout* form, const QStringList& channels);
    /// Last and main day follow the first, phases the main day.
    void keepInBounds();
    EventDates dates() const;

    ShopEvent m_event;
    bool m_hasDates;
    QLineEdit* m_name = nullptr;
    QDateEdit *m_first = nullptr, *m_last = nullptr, *m_main = nullptr;
    std::array<PhaseRow, eventPhaseKinds.size()> m_phases{};
    QSpinBox *m_lead, *m_pullForward;
    QListWidget* m_channels = nullptr;
    QCheckBox *m_isLearned, *m_isYearly = nullptr;
    QPushButton* m_keep = nullptr;
};

}  // namespace foresell
