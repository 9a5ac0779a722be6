// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/protocol/import_messages.h"
#include "core/protocol/message.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace foresell {

class EngineClient;
class NoteCard;

/// Which database to read, and which of its tables or what query. The engine connects; the password goes to it alone, and
/// to the desktop's keyring where that is wished.
class DatabaseDialog : public QDialog {
    Q_OBJECT

public:
    enum Kind { PostgreSql, MySql, Sqlite, Odbc };

    explicit DatabaseDialog(EngineClient& engine, QWidget* parent = nullptr);

    /// What was chosen, with the password.
    DatabaseRequest request() const;
    void setRequest(const DatabaseRequest& request);
    /// Asks for the list of tables.
    void connectToDatabase();

    /// Addresses of databases that were read before, latest first; without passwords.
    static QStringList recent();
    static void remember(const QString& url);

private:
    void lay();
    QWidget* makeChoice();
    void showKind();
    void useAddress(const QString& url);
    QString url() const;
    void showTables(const DatabaseTables& tables);
    void showFailure(const ErrorBody& error);
    void update();
    void accept() override;

    EngineClient& m_engine;
    QComboBox *m_recent, *m_kind;
    QFormLayout* m_form;
    QLineEdit *m_host, *m_database, *m_user, *m_password;
    QSpinBox* m_port;
    QCheckBox *m_keeps, *m_addsUp;
    QPushButton *m_browse, *m_connect, *m_accept;
    QComboBox* m_what;
    QStackedWidget* m_choice;
    QListWidget* m_tables;
    QPlainTextEdit* m_query;
    NoteCard* m_note;
    int m_asked = 0;
    bool m_isConnected = false;
};

}  // namespace foresell
