// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/protocol/message.h"
#include "core/protocol/privacy_messages.h"

class QButtonGroup;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace foresell {

class NoteCard;
class ProjectSession;

/// Erases the sales of a customer, an order or all days before one: shows what would go, asks to erase it for good, and
/// tells what proves that it is gone.
class EraseDialog : public QDialog {
    Q_OBJECT

public:
    enum What { Customer, Order, Before };

    explicit EraseDialog(ProjectSession& session, QWidget* parent = nullptr);

    /// What would go or has gone, in words; also for the report of a retention.
    static QString previewText(const ErasurePreview& preview);
    static QString outcomeText(const ErasureOutcome& outcome);

private:
    void lay();
    void choose(What what);
    ErasureRequest request() const;
    void forgetPreview();
    void look();
    void erase();
    void showFailure(const ErrorBody& error);

    ProjectSession& m_session;
    QButtonGroup* m_what;
    QStackedWidget* m_values;
    QLineEdit* m_text;
    QDateEdit* m_day;
    NoteCard* m_note;
    QPushButton* m_look;
    QPushButton* m_erase;
    QPushButton* m_close;
    int m_asked = 0;  ///< answers to earlier questions are dropped
};

}  // namespace foresell
