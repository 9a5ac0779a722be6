// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/start_page.h"

#include <QAbstractButton>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimeZone>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/protocol/methods.h"
#include "ui/jobs/project_status.h"
#include "ui/project_session/project_session.h"
#include "ui/start/recent_project.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"

namespace foresell {

/// A card with icon, title and a line of text, that is a button.
class StartPage::Choice : public QAbstractButton {
public:
    explicit Choice(const QString& icon) : m_icon(icon) {
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::MinimumExpanding);
        setFocusPolicy(Qt::StrongFocus);
    }
    void setTexts(const QString& title, const QString& text) {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(text);
        m_detail = text;
        update();
    }
    /// Stands out as the first thing to do.
    void setFirst(bool isFirst) {
        m_isFirst = isFirst;
        update();
    }
    QSize sizeHint() const override { return {416, Theme::instance().px(80)}; }

protected:
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal edge = hasFocus() ? 1 : 0.5;
        painter.setPen(hasFocus()     ? QPen(theme.color(Role::Accent), 2)
                       : m_isFirst ? QPen(theme.color(Role::Accent), 1)
                                   : QPen(theme.color(Role::Line), 1));
        painter.setBrush(theme.color(underMouse() ? Role::Hover : m_isFirst ? Role::Selected : Role::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), 6, 6);
        themedIcon(m_icon, Role::Accent).paint(&painter, QRect(16, height() / 2 - 11, 22, 22));
        const QRect words(56, 0, width() - 68, height());
        painter.setPen(theme.color(Role::Text));
        painter.setFont(theme.font(14, true));
        painter.drawText(words.adjusted(0, 16, 0, -height() / 2 + 2), Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setPen(theme.color(Role::Text2));
        painter.setFont(theme.font(12));
        const QString detail = painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, words.width());
        painter.drawText(words.adjusted(0, height() / 2 - 2, 0, -12), Qt::AlignLeft | Qt::AlignVCenter, detail);
    }

private:
    QString m_icon;
    QString m_detail;
    bool m_isFirst = false;
};

namespace {

/// Where files may be dropped: a tinted card with a dotted edge.
class DropArea : public QFrame {
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Role::Control), 1, Qt::DotLine));
        painter.setBrush(theme.color(Role::Subtle));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

constexpr int knownExports = 7;
constexpr int waySteps = 4;

QString projectFilter() {
    return StartPage::tr("Foresell projects (*.foresell)");
}

QString documents() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// What can be guessed of a new shop from this computer; all of it can be changed in the settings.
ProjectSettings guessedSettings() {
    ProjectSettings settings;
    settings.timeZone = QTimeZone::systemTimeZoneId().toStdString();
    const QLocale system = QLocale::system();
    const QString country = system.name().section(QLatin1Char('_'), 1);
    static const QStringList known{QStringLiteral("CN"), QStringLiteral("US"), QStringLiteral("GB"),
                                   QStringLiteral("DE"), QStringLiteral("FR"), QStringLiteral("JP")};
    settings.country = known.contains(country) ? country.toStdString() : std::string();
    settings.currency = system.currencySymbol(QLocale::CurrencyIsoCode).toStdString();
    return settings;
}

}  // namespace

StartPage::StartPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_head(makeLabel(20, true)), m_text(makeLabel(13, false, "text2")), m_import(makeButton("primary")),
      m_formats(makeLabel(12, false, "text2")), m_knownHead(makeLabel(12, false, "text2")), m_recentHead(makeLabel(14, true)),
      m_recent(new QFrame), m_recentRows(new QVBoxLayout(m_recent)), m_promise(makeLabel(12, false, "text2")),
      m_sample(new Choice(QStringLiteral("bulb"))), m_open(new Choice(QStringLiteral("open"))),
      m_new(new Choice(QStringLiteral("new"))), m_way(makeWay()) {
    auto* scrolled = new QWidget;
    scrolled->setObjectName(QStringLiteral("scrolled"));
    auto* layout = new QVBoxLayout(scrolled);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(24);
    auto* top = new QHBoxLayout;
    top->setSpacing(24);
    auto* choices = new QVBoxLayout;
    choices->setSpacing(12);
    for (Choice* choice : {m_sample, m_open, m_new}) {
        choices->addWidget(choice, 1);
    }
    top->addWidget(makeDropArea(), 2);
    top->addLayout(choices, 1);
    auto* beginning = new QWidget;
    beginning->setLayout(top);
    top->setContentsMargins(0, 0, 0, 0);
    const auto limit = [beginning] { beginning->setMaximumHeight(Theme::instance().px(264)); };
    limit();
    connect(&Theme::instance(), &Theme::changed, beginning, limit);
    layout->addWidget(beginning);
    layout->addWidget(m_way);
    m_recent->setObjectName(QStringLiteral("table"));
    m_recentRows->setContentsMargins(1, 1, 1, 1);
    m_recentRows->setSpacing(0);
    auto* recent = new QVBoxLayout;
    recent->setSpacing(8);
    recent->addWidget(m_recentHead);
    recent->addWidget(m_recent);
    layout->addLayout(recent);
    layout->addStretch(1);
    auto* promise = new QHBoxLayout;
    promise->setSpacing(8);
    auto* lock = new QLabel;
    const auto paintLock = [lock] { lock->setPixmap(themedIcon(QStringLiteral("lock")).pixmap(14, 14)); };
    paintLock();
    connect(&Theme::instance(), &Theme::changed, lock, paintLock);
    promise->addStretch();
    promise->addWidget(lock);
    promise->addWidget(m_promise);
    promise->addStretch();
    layout->addLayout(promise);
    auto* scroll = new QScrollArea;
    scroll->setWidget(scrolled);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_import, &QPushButton::clicked, this, &StartPage::chooseFiles);
    connect(m_sample, &QAbstractButton::clicked, this, &StartPage::makeSample);
    connect(m_open, &QAbstractButton::clicked, this, &StartPage::openProject);
    connect(m_new, &QAbstractButton::clicked, this, &StartPage::createProject);
    connect(&session, &ProjectSession::projectChanged, this, &StartPage::fillRecent);
    retranslate();
}

/// The way from a file to a report, for who sees the program for the first time.
QWidget* StartPage::makeWay() {
    auto* way = new QFrame;
    way->setObjectName(QStringLiteral("table"));
    auto* columns = new QHBoxLayout(way);
    columns->setContentsMargins(24, 20, 24, 20);
    columns->setSpacing(24);
    for (int step = 0; step < waySteps; ++step) {
        auto* rows = new QVBoxLayout;
        rows->setSpacing(4);
        auto* head = makeLabel(14, true);
        auto* text = makeLabel(12, false, "text2");
        text->setWordWrap(true);
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        rows->addWidget(head);
        rows->addWidget(text, 1);
        columns->addLayout(rows, 1);
        m_wayTexts.append(head);
        m_wayTexts.append(text);
    }
    return way;
}

QWidget* StartPage::makeDropArea() {
    auto* drop = new DropArea;
    auto* rows = new QVBoxLayout(drop);
    rows->setContentsMargins(32, 28, 32, 24);
    rows->setSpacing(0);
    m_text->setWordWrap(true);
    m_import->setIcon(themedIcon(QStringLiteral("import"), Role::OnAccent));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_import);
    row->addWidget(m_formats);
    row->addStretch();
    auto* chips = new QHBoxLayout;
    chips->setSpacing(8);
    for (int i = 0; i < knownExports; ++i) {
        m_chips.append(makeLabel(12, true));
        m_chips.back()->setObjectName(QStringLiteral("chip"));
        chips->addWidget(m_chips.back());
    }
    chips->addStretch();
    rows->addWidget(m_head);
    rows->addSpacing(8);
    rows->addWidget(m_text);
    rows->addSpacing(16);
    rows->addLayout(row);
    rows->addStretch();
    rows->addSpacing(24);
    rows->addWidget(m_knownHead);
    rows->addSpacing(8);
    rows->addLayout(chips);
    return drop;
}

QString StartPage::title() const {
    return tr("Welcome");
}

QString StartPage::facts() const {
    return tr("Sales in, forecast and report out");
}

void StartPage::activated() {
    fillRecent();
}

void StartPage::retranslate() {
    m_head->setText(tr("Start from a sales file"));
    m_text->setText(tr("Drop an order export here, or choose one. Foresell finds the encoding, the columns and the dates, shows "
                       "what it found, and stores nothing until you agree."));
    m_import->setText(tr("Import sales…"));
    m_formats->setText(tr("CSV, TSV, text, Excel and ODS; also as .gz or .zip"));
    m_knownHead->setText(tr("Columns known from the exports of"));
    const QString shops[] = {tr("Taobao · Tmall"), tr("JD"), tr("Pinduoduo"), tr("Douyin"), tr("Shopify"), tr("Amazon"), tr("WooCommerce")};
    for (int i = 0; i < knownExports; ++i) {
        m_chips[i]->setText(shops[i]);
    }
    m_sample->setTexts(tr("Try the sample shop"), tr("60 items, two years, known truth"));
    m_open->setTexts(tr("Open a project…"), tr("A .foresell file from this computer"));
    m_new->setTexts(tr("New empty project…"), tr("Choose where it is kept, then import"));
    const QString way[] = {tr("1  Import"), tr("An order export becomes sale lines. You see the columns and the rejected rows first."),
                           tr("2  Clean"), tr("Repeats, cancellations and bulk orders are set aside, with counts that add up."),
                           tr("3  Train"), tr("A network learns from your sales and has to beat simple methods on weeks it has not seen."),
                           tr("4  Decide"), tr("Forecasts with their likely range, and a report for those who decide.")};
    for (qsizetype i = 0; i < m_wayTexts.size(); ++i) {
        m_wayTexts[i]->setText(way[i]);
    }
    m_recentHead->setText(tr("Recent projects"));
    m_promise->setText(tr("Everything stays on this computer. Foresell connects to nothing but a database that you choose."));
    fillRecent();
}

void StartPage::fillRecent() {
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const QString& path : session().recent()) {
        if (row == 7) {
            break;
        }
        if (row++ == 0) {
            m_recentRows->addWidget(RecentProject::makeHead());
        }
        auto* entry = new RecentProject(path, row > 1);
        connect(entry, &RecentProject::openWanted, this, [this, path](PageId next) {
            whenOpen(path, false, [this, next] { emit goTo(next); });
        });
        connect(entry, &RecentProject::forgetWanted, this, [this, path] {
            session().forget(path);
            QMetaObject::invokeMethod(this, &StartPage::fillRecent, Qt::QueuedConnection);
        });
        connect(entry, &RecentProject::locateWanted, this, [this, path] { locate(path); });
        m_recentRows->addWidget(entry);
    }
    m_recentHead->setVisible(row > 0);
    m_recent->setVisible(row > 0);
    m_sample->setFirst(row == 0);
    m_way->setVisible(row == 0);
}

void StartPage::locate(const QString& path) {
    const QString found = QFileDialog::getOpenFileName(this, tr("Where is %1 now?").arg(QFileInfo(path).fileName()),
                                                       QFileInfo(path).absolutePath(), projectFilter());
    if (!found.isEmpty()) {
        session().forget(path);
        whenOpen(found, false, [this] { emit goTo(nextPage(session().facts())); });
    }
}

void StartPage::whenOpen(const QString& path, bool create, std::function<void()> next) {
    // Only what is opened now goes on to the next step: a project that cannot be opened drops it, as a later one does.
    delete m_pending;
    m_pending = new QObject(this);
    connect(&session(), &ProjectSession::projectChanged, m_pending, [next = std::move(next), this] {
        m_pending->deleteLater();
        if (session().isOpen()) {
            next();
        }
    });
    connect(&session(), &ProjectSession::failed, m_pending, [this] { m_pending->deleteLater(); });
    if (create) {
        session().create(path, guessedSettings());
    } else {
        session().open(path);
    }
}

void StartPage::chooseFiles() {
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Import sales"), documents(),
                                                            tr("Sales files (*.csv *.tsv *.txt *.gz *.xlsx *.xlsm *.ods *.zip);;All files (*)"));
    if (!files.isEmpty()) {
        importFiles(files);
    }
}

void StartPage::importFiles(const QStringList& files) {
    if (session().isOpen()) {
        emit goTo(PageId::Data);
        emit importWanted(files, false);
        return;
    }
    const QFileInfo first(files.first());
    const QString base = first.fileName().section(QLatin1Char('.'), 0, 0);
    QString path = QDir(first.absolutePath()).filePath(base + QStringLiteral(".foresell"));
    if (!QFileInfo(first.absolutePath()).isWritable()) {
        path = QDir(documents()).filePath(base + QStringLiteral(".foresell"));
    }
    const bool isNew = !QFileInfo::exists(path);
    whenOpen(path, isNew, [this, files, isNew] {
        emit goTo(PageId::Data);
        emit importWanted(files, isNew);
    });
}

void StartPage::openProject() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a project"), documents(), projectFilter());
    if (!path.isEmpty()) {
        whenOpen(path, false, [this] { emit goTo(nextPage(session().facts())); });
    }
}

void StartPage::createProject() {
    QString path = QFileDialog::getSaveFileName(this, tr("New project"), documents() + QStringLiteral("/shop.foresell"), projectFilter());
    if (path.isEmpty()) {
        return;
    }
    if (!path.endsWith(QLatin1String(".foresell"))) {
        path += QStringLiteral(".foresell");
    }
    whenOpen(path, true, [this] { emit goTo(PageId::Data); });
}

void StartPage::makeSample() {
    const QString folder = documents() + QStringLiteral("/Foresell sample");
    const QString project = folder + QStringLiteral("/sample.foresell");
    if (QFileInfo::exists(project)) {
        whenOpen(project, false, [this] { emit goTo(nextPage(session().facts())); });
        return;
    }
    QDir().mkpath(folder);
    SampleRequest request;
    request.folder = folder.toStdString();
    Job* job = session().startJob(tr("Making the sample shop"), method::sampleCreate, request);
    if (job == nullptr) {
        return;
    }
    connect(job, &Job::succeeded, this, [this, project, folder] {
        whenOpen(project, true, [this, folder] {
            emit goTo(PageId::Data);
            QStringList files;
            for (const char* name : {"items", "locations", "sales", "plan", "stock"}) {
                files.append(QStringLiteral("%1/%2.csv").arg(folder, QLatin1String(name)));
            }
            emit importWanted(files, false);
        });
    });
}

}  // namespace foresell
