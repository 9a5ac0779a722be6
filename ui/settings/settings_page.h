// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/privacy_messages.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace foresell {

/// Language, colours and size of the window, and the settings of the open project.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(ProjectSession& session, QWidget* parent = nullptr);

    QString title() const override;
    QString facts() const override;
    void activated() override;

protected:
    void retranslate() override;

private:
    void storeProject();
    void fillWeeks();
    void chooseRetention();
    void askToSum(int months, const RetentionPreview& preview);
    void startRetention(int months);

    QLabel* m_windowHead;
    QLabel* m_projectHead;
    QLabel* m_hint;
    QList<QLabel*> m_names;
    QComboBox* m_language;
    QComboBox* m_theme;
    QComboBox* m_zoom;
    QLineEdit* m_name;
    QLabel* m_zone;
    QComboBox* m_country;
    QComboBox* m_currency;
    QComboBox* m_weekStart;
    QComboBox* m_weeks;
    QComboBox* m_fiscalMonth;
    QPushButton* m_calendar;
    QLabel* m_privacyHead;
    QComboBox* m_keep;
    QPushButton* m_erase;
    QLabel* m_privacyHint;
    bool m_isFilling = false;
};

}  // namespace foresell
