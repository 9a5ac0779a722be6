// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/database/database_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "core/protocol/methods.h"
#include "ui/database/password_store.h"
#include "ui/engine_client/engine_client.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

constexpr int addressesKept = 8;
constexpr int usualPorts[] = {5432, 3306};

QString recentKey() {
    return QStringLiteral("databases/recent");
}

QString escaped(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

}  // namespace

DatabaseDialog::DatabaseDialog(EngineClient& engine, QWidget* parent)
    : QDialog(parent), m_engine(engine), m_recent(new QComboBox), m_kind(new QComboBox), m_form(new QFormLayout), m_host(new QLineEdit),
      m_database(new QLineEdit), m_user(new QLineEdit), m_password(new QLineEdit), m_port(new QSpinBox), m_keeps(new QCheckBox),
      m_addsUp(new QCheckBox), m_browse(makeButton("plain")), m_connect(makeButton("plain")), m_what(new QComboBox),
      m_choice(new QStackedWidget), m_tables(new QListWidget), m_query(new QPlainTextEdit), m_note(new NoteCard) {
    setWindowTitle(tr("Import from a database"));
    lay();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DatabaseDialog::showKind);
    connect(m_recent, &QComboBox::activated, this, [this] { useAddress(m_recent->currentData().toString()); });
    connect(m_connect, &QPushButton::clicked, this, &DatabaseDialog::connectToDatabase);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Choose a database file"));
        if (!file.isEmpty()) {
            m_database->setText(file);
        }
    });
    connect(m_what, &QComboBox::currentIndexChanged, m_choice, &QStackedWidget::setCurrentIndex);
    for (QLineEdit* edit : {m_host, m_database, m_user, m_password}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_isConnected = false;
            update();
        });
    }
    connect(m_what, &QComboBox::currentIndexChanged, this, &DatabaseDialog::update);
    connect(m_tables, &QListWidget::currentRowChanged, this, &DatabaseDialog::update);
    connect(m_tables, &QListWidget::itemActivated, this, &DatabaseDialog::accept);
    connect(m_query, &QPlainTextEdit::textChanged, this, &DatabaseDialog::update);
    showKind();
    useAddress(m_recent->currentData().toString());
}

void DatabaseDialog::lay() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    m_form->setHorizontalSpacing(16);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addRow = [this](const QString& name, QWidget* field) {
        field->setAccessibleName(name);
        m_form->addRow(name, field);
    };
    for (const QString& url : recent()) {
        m_recent->addItem(QUrl::fromPercentEncoding(url.toUtf8()), url);
    }
    addRow(tr("Used before"), m_recent);
    m_form->setRowVisible(m_recent, m_recent->count() > 0);
    m_kind->addItems({tr("PostgreSQL"), tr("MySQL or MariaDB"), tr("SQLite file"), tr("ODBC data source")});
    addRow(tr("Kind"), m_kind);
    addRow(tr("Host"), m_host);
    m_port->setRange(0, 65'535);
    addRow(tr("Port"), m_port);
    auto* file = new QWidget;
    auto* line = new QHBoxLayout(file);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_database, 1);
    m_browse->setText(tr("Choose…"));
    line->addWidget(m_browse);
    m_database->setAccessibleName(tr("Database"));
    m_form->addRow(tr("Database"), file);
    addRow(tr("User"), m_user);
    m_password->setEchoMode(QLineEdit::Password);
    addRow(tr("Password"), m_password);
    m_keeps->setText(tr("Keep the password in the desktop's keyring"));
    m_form->addRow(QString(), m_keeps);
    m_connect->setText(tr("Connect"));
    m_form->addRow(QString(), m_connect);
    column->addLayout(m_form);
    column->addWidget(makeChoice(), 1);
    m_addsUp->setText(tr("Let the server add up by day, item and place first: much less to transfer"));
    column->addWidget(m_addsUp);
    column->addWidget(m_note);
    m_note->hide();
    auto* buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(tr("Look at the rows"), QDialogButtonBox::AcceptRole);
    m_accept->setProperty("kind", QStringLiteral("primary"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &DatabaseDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(560, 640);
}

QWidget* DatabaseDialog::makeChoice() {
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_what->addItems({tr("A table"), tr("A query")});
    m_what->setAccessibleName(tr("What to import"));
    rows->addWidget(m_what);
    m_tables->setAccessibleName(tr("Tables"));
    m_query->setAccessibleName(tr("Query"));
    m_query->setPlaceholderText(QStringLiteral("SELECT …"));
    m_query->setTabChangesFocus(true);
    m_choice->addWidget(m_tables);
    m_choice->addWidget(m_query);
    rows->addWidget(m_choice, 1);
    return box;
}

void DatabaseDialog::showKind() {
    const int kind = m_kind->currentIndex();
    const bool isServer = kind == PostgreSql || kind == MySql;
    m_form->setRowVisible(m_host, isServer);
    m_form->setRowVisible(m_port, isServer);
    m_form->setRowVisible(m_user, kind != Sqlite);
    m_form->setRowVisible(m_password, kind != Sqlite);
    m_form->setRowVisible(m_keeps, kind != Sqlite);
    m_browse->setVisible(kind == Sqlite);
    if (isServer) {
        m_port->setValue(usualPorts[kind]);
    }
    m_database->setPlaceholderText(kind == Odbc ? tr("Name of the data source, or Driver=…;Server=…") : QString());
    m_isConnected = false;
    update();
}

QString DatabaseDialog::url() const {
    const QString database = m_database->text().trimmed();
    switch (m_kind->currentIndex()) {
        case Sqlite: return QStringLiteral("sqlite:") + escaped(database).replace(QLatin1String("%2F"), QLatin1String("/"));
        case Odbc: return QStringLiteral("odbc:") + database;
        default: break;
    }
    const QString user = m_user->text().trimmed();
    const QString host = m_host->text().trimmed();
    return (m_kind->currentIndex() == PostgreSql ? QStringLiteral("postgresql://") : QStringLiteral("mysql://")) +
           (user.isEmpty() ? QString() : escaped(user) + QLatin1Char('@')) +
           (host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : escaped(host)) +
           (m_port->value() == 0 ? QString() : QStringLiteral(":%1").arg(m_port->value())) + QLatin1Char('/') + escaped(database);
}

/// Fills the fields from an address and takes its password from the keyring.
void DatabaseDialog::useAddress(const QString& url) {
    if (url.isEmpty()) {
        return;
    }
    const QString scheme = url.section(QLatin1Char(':'), 0, 0);
    const QStringList schemes{QStringLiteral("postgresql"), QStringLiteral("mysql"), QStringLiteral("sqlite"), QStringLiteral("odbc")};
    m_kind->setCurrentIndex(std::max<int>(0, static_cast<int>(schemes.indexOf(scheme))));
    if (m_kind->currentIndex() == Sqlite) {
        m_database->setText(QUrl::fromPercentEncoding(url.section(QLatin1Char(':'), 1).toUtf8()));
        return;
    }
    if (m_kind->currentIndex() == Odbc) {
        m_database->setText(url.section(QLatin1Char(':'), 1));
    } else {
        const QUrl parts(url);
        m_host->setText(parts.host());
        m_port->setValue(parts.port(0));
        m_user->setText(parts.userName(QUrl::FullyDecoded));
        m_database->setText(parts.path(QUrl::FullyDecoded).mid(1));
    }
    m_password->clear();
    password_store::find(url, this, [this, url](const QString& password) {
        if (!password.isEmpty() && url == this->url() && m_password->text().isEmpty()) {
            m_password->setText(password);
            m_keeps->setChecked(true);
        }
    });
}

DatabaseRequest DatabaseDialog::request() const {
    DatabaseRequest request;
    request.url = url().toStdString();
    request.password = m_kind->currentIndex() == Sqlite ? std::string() : m_password->text().toStdString();
    if (m_what->currentIndex() == 0) {
        const QListWidgetItem* table = m_tables->currentItem();
        request.table = table == nullptr ? std::string() : table->data(Qt::UserRole).toString().toStdString();
    } else {
        request.query = m_query->toPlainText().trimmed().toStdString();
    }
    request.addsUp = m_addsUp->isChecked();
    return request;
}

void DatabaseDialog::setRequest(const DatabaseRequest& request) {
    useAddress(QString::fromStdString(request.url));
    m_password->setText(QString::fromStdString(request.password));
    m_query->setPlainText(QString::fromStdString(request.query));
    m_what->setCurrentIndex(request.query.empty() ? 0 : 1);
    m_addsUp->setChecked(request.addsUp);
}

void DatabaseDialog::update() {
    const bool isNamed = !m_database->text().trimmed().isEmpty();
    m_connect->setEnabled(isNamed);
    const DatabaseRequest chosen = request();
    m_accept->setEnabled(isNamed && (!chosen.query.empty() || (m_isConnected && !chosen.table.empty())));
}

void DatabaseDialog::connectToDatabase() {
    const int asked = ++m_asked;
    m_tables->clear();
    m_connect->setEnabled(false);
    m_note->setNote(NoteCard::Tone::Info, tr("Connecting…"), QString());
    m_note->show();
    DatabaseRequest wanted = request();
    m_engine.call(method::databaseTables, wanted,
                  {.context = this,
                   .succeeded =
                       [this, asked](const nlohmann::json& json) {
                           if (asked == m_asked) {
                               showTables(json.get<DatabaseTables>());
                           }
                       },
                   .failed =
                       [this, asked](const ErrorBody& error) {
                           if (asked == m_asked) {
                               showFailure(error);
                           }
                       }});
}

void DatabaseDialog::showTables(const DatabaseTables& tables) {
    m_isConnected = true;
    m_note->setVisible(tables.tables.empty());
    m_note->setNote(NoteCard::Tone::Info, tr("No table is listed"), tr("Write a query that names the table."));
    for (const DatabaseTableFacts& table : tables.tables) {
        const QString name = QString::fromStdString(table.name);
        const QString rows = table.rows > 0 ? tr("%1 (about %2 rows)").arg(name, numberText(static_cast<double>(table.rows))) : name;
        auto* item = new QListWidgetItem(table.isView ? tr("%1 (view)").arg(name) : rows, m_tables);
        item->setData(Qt::UserRole, name);
    }
    m_tables->setCurrentRow(0);
    remember(url());
    if (m_kind->currentIndex() != Sqlite && !m_password->text().isEmpty()) {
        if (m_keeps->isChecked()) {
            password_store::keep(url(), m_password->text(), this, [this](bool isKept) {
                if (!isKept) {
                    m_note->setNote(NoteCard::Tone::Warn, tr("The password was not kept"),
                                    tr("This desktop has no keyring that is open. The password is asked for the next time."));
                    m_note->show();
                }
            });
        } else {
            password_store::forget(url());
        }
    }
    update();
}

void DatabaseDialog::showFailure(const ErrorBody& error) {
    const Error told = error.toError();
    m_note->setNote(NoteCard::Tone::Error, errorText(told), errorHint(told));
    m_note->show();
    m_isConnected = false;
    update();
}

void DatabaseDialog::accept() {
    update();
    if (m_accept->isEnabled()) {
        remember(url());
        QDialog::accept();
    }
}

QStringList DatabaseDialog::recent() {
    return QSettings().value(recentKey()).toStringList();
}

void DatabaseDialog::remember(const QString& url) {
    QStringList all = recent();
    all.removeAll(url);
    all.prepend(url);
    QSettings().setValue(recentKey(), all.mid(0, addressesKept));
}

}  // namespace foresell
