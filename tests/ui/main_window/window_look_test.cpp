// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <map>

#include "core/protocol/methods.h"
#include "ui/calendar/calendar_page.h"
#include "core/protocol/training_messages.h"
#include "ui/features/features_page.h"
#include "ui/import/data_overview.h"
#include "ui/import/import_wizard.h"
#include "ui/import/lines_view.h"
#include "ui/import/preview_header.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/rail.h"
#include "ui/project_session/project_session.h"
#include "ui/report/report_preview.h"
#include "ui/settings/preferences.h"
#include "ui/training/comparison_dialog.h"
#include "ui/training/options_dialog.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/side_panel.h"

using namespace foresell;

/// Every page in both languages at the smallest size of the window: no text is cut, nothing lies outside, every control
/// has a name and the keyboard reaches it. With FORESELL_PICTURES=FOLDER the pages are also saved as pictures, in both
/// themes and at 1440x900 too.
class WindowLookTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void noTextIsCut_data();
    void noTextIsCut();
    void everyControlHasAName_data() { noTextIsCut_data(); }
    void everyControlHasAName();
    void theKeyboardReachesEveryControl_data() { noTextIsCut_data(); }
    void theKeyboardReachesEveryControl();
    void everyMenuEntryIsNamedAndNoShortcutIsThereTwice();
    void zoomedTextIsNotCutEither();
    void thePageOfTheReportFitsAWindowThatGetsSmaller();
    void picturesOfEveryState();

private:
    bool run(const char* method, const nlohmann::json& params);
    void bring(const QString& state);
    void settle() const {
        QTest::qWait(30);
        // Layouts in layouts ask for one another; on a busy machine the wait alone is over before they have answered.
        for (int pass = 0; pass < 5; ++pass) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    /// What is wrong with a state in a language; it is looked at once.
    struct Faults {
        QStringList cut, nameless, unreached;
    };
    const Faults& faultsOf(const QString& language, const QString& state);
    QStringList cutTexts() const;
    QStringList namelessControls() const;
    QStringList unreachedControls() const;
    QString cutText(const QWidget* widget) const;

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::map<std::pair<QString, QString>, Faults> m_faults;
};

namespace {

const QStringList states{QStringLiteral("start"), QStringLiteral("data"), QStringLiteral("gaps"), QStringLiteral("rejects"), QStringLiteral("lines"), QStringLiteral("items"),
                         QStringLiteral("wizard"), QStringLiteral("wizard-checked"), QStringLiteral("wizard-failed"),
                         QStringLiteral("cleaning"), QStringLiteral("training"), QStringLiteral("training-run"), QStringLiteral("options"), QStringLiteral("forecast"),
                         QStringLiteral("forecast-item"), QStringLiteral("report"), QStringLiteral("calendar"),
                         QStringLiteral("calendar-unannounced"), QStringLiteral("features"), QStringLiteral("feature"),
                         QStringLiteral("compare"), QStringLiteral("settings")};

/// In a scroll area a widget may be out of sight.
bool scrolls(const QWidget* widget) {
    for (const QWidget* each = widget; each != nullptr; each = each->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(each) != nullptr) {
            return true;
        }
    }
    return false;
}

bool isInner(const QWidget* widget) {
    return widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
           qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr;
}

}  // namespace

bool WindowLookTest::run(const char* method, const nlohmann::json& params) {
    Job* job = m_window->session().startJob(QString::fromLatin1(method), method, params);
    QSignalSpy changed(&m_window->session(), &ProjectSession::changed);
    return job != nullptr && QTest::qWaitFor([job] { return !job->isActive(); }, 120'000) && job->state() == Job::State::Succeeded &&
           (changed.wait(5000) || !changed.isEmpty());
}

void WindowLookTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1120, 700);
    m_window->show();
    if (qEnvironmentVariableIsSet("FORESELL_PICTURES")) {
        picturesOfEveryState();  // of the empty window
    }
    for (const char* language : {"zh_CN", "en"}) {
        Preferences::apply(QString::fromLatin1(language), QStringLiteral("light"));
        settle();
        const QStringList cut = cutTexts();
        QVERIFY2(cut.isEmpty(), qPrintable(QStringLiteral("empty window, %1:\n%2").arg(QLatin1String(language), cut.join(QLatin1Char('\n')))));
    }
    QSignalSpy opened(&m_window->session(), &ProjectSession::projectChanged);
    m_window->session().create(m_folder.filePath(QStringLiteral("shop.foresell")), {.timeZone = "Asia/Shanghai", .country = "CN", .currency = "CNY"});
    QVERIFY(opened.wait(20'000));
    SampleRequest sample;
    sample.folder = m_folder.filePath(QStringLiteral("sample")).toStdString();
    sample.items = 12;
    sample.days = 420;
    QVERIFY(run(method::sampleCreate, sample));
    for (const char* role : {"items", "sales", "plan"}) {
        ImportRequest request;
        request.role = role;
        request.files = {sample.folder + "/" + role + ".csv"};
        QVERIFY(run(method::importRun, request));
    }
    TrainingOptions options;
    options.model = "lstm";
    options.period = PeriodKind::Week;
    options.horizon = 4;
    options.hiddenSize = 8;
    options.epochs = 3;
    options.threads = 1;  // so small a network only waits on more
    QVERIFY(run(method::trainingStart, options));
    options.model = "mlp";
    options.epochs = 2;
    QVERIFY(run(method::trainingStart, options));
    options.model = "naive";
    options.period = PeriodKind::Day;
    QVERIFY(run(method::trainingStart, options));
    QFile more(m_folder.filePath(QStringLiteral("more.csv")));
    QVERIFY(more.open(QIODevice::WriteOnly));
    more.write("订单号,商家编码,商品名称,支付时间,商品数量,单价,收货人,联系电话\n");
    for (int i = 0; i < 60; ++i) {
        more.write(QStringLiteral("2511%1,X-%2,竹纤维毛巾,%3,%4,29.90,张三,13800000000\n").arg(i).arg(i % 3)
                       .arg(i % 20 == 7 ? QStringLiteral("never") : QStringLiteral("2025-11-%1").arg(1 + i % 28, 2, 10, QLatin1Char('0'))).arg(1 + i % 4).toUtf8());
    }
}

void WindowLookTest::cleanupTestCase() {
    Theme::instance().setZoom(100);
    m_window.reset();
}

void WindowLookTest::bring(const QString& state) {
    auto* overview = m_window->findChild<DataOverview*>();
    auto* wizard = m_window->findChild<ImportWizard*>();
    if (state.startsWith(QLatin1String("wizard"))) {
        const bool isBroken = state.endsWith(QLatin1String("failed"));
        m_window->lookAt({m_folder.filePath(isBroken ? QStringLiteral("gone.csv") : QStringLiteral("more.csv"))});
        const auto wanted = isBroken ? ImportWizard::Stage::Failed : ImportWizard::Stage::Columns;
        QVERIFY(QTest::qWaitFor([&] { return wizard->stage() == wanted; }, 20'000));
        if (state.endsWith(QLatin1String("checked"))) {
            wizard->primaryAction()->trigger();
            QVERIFY(QTest::qWaitFor([&] { return wizard->stage() == ImportWizard::Stage::Checked; }, 20'000));
        }
        settle();
        return;
    }
    delete m_window->findChild<ComparisonDialog*>();
    delete m_window->findChild<OptionsDialog*>();
    if (m_window->findChild<ImportWizard*>()->isVisible()) {
        wizard->quietActions().front()->trigger();
    }
    static const QHash<QString, PageId> pages{
        {QStringLiteral("start"), PageId::Start},       {QStringLiteral("data"), PageId::Data},
        {QStringLiteral("gaps"), PageId::Data},         {QStringLiteral("rejects"), PageId::Data},
        {QStringLiteral("lines"), PageId::Data},        {QStringLiteral("items"), PageId::Data},
        {QStringLiteral("cleaning"), PageId::Cleaning}, {QStringLiteral("training"), PageId::Training},
        {QStringLiteral("compare"), PageId::Training},
        {QStringLiteral("training-run"), PageId::Training}, {QStringLiteral("options"), PageId::Training},
        {QStringLiteral("forecast"), PageId::Forecast}, {QStringLiteral("forecast-item"), PageId::Forecast},
        {QStringLiteral("calendar"), PageId::Calendar}, {QStringLiteral("calendar-unannounced"), PageId::Calendar},
        {QStringLiteral("features"), PageId::Features}, {QStringLiteral("feature"), PageId::Features},
        {QStringLiteral("report"), PageId::Report},     {QStringLiteral("settings"), PageId::Settings}};
    m_window->goTo(pages.value(state));
    if (state == QLatin1String("compare")) {
        m_window->currentPage()->findChild<QTableView*>()->clearSelection();
        m_window->findChild<QPushButton*>(QStringLiteral("compareRuns"))->click();
        QVERIFY(m_window->findChild<ComparisonDialog*>() != nullptr);
    } else if (state == QLatin1String("options")) {
        TrainingOptions options;
        options.loss = "negative_binomial";
        (new OptionsDialog(options, 2, m_window.get()))->show();
    } else if (state.startsWith(QLatin1String("training"))) {
        auto* runs = m_window->currentPage()->findChild<QTableView*>();
        // The newest one counts in days, so that the forecast stays with another, which the page says.
        state == QLatin1String("training") ? runs->selectRow(0) : runs->selectRow(runs->model()->rowCount() - 1);
    } else if (state == QLatin1String("forecast-item")) {
        m_window->currentPage()->showItem(QString::fromStdString(m_window->session().reader()->items().front().code));
    } else if (state == QLatin1String("forecast")) {
        m_window->currentPage()->showItem({});
    }
    if (state.startsWith(QLatin1String("calendar"))) {
        static_cast<CalendarPage*>(m_window->currentPage())->showYear(state == QLatin1String("calendar") ? 2025 : 2030);
    }
    overview->show(state == QLatin1String("gaps")      ? DataOverview::Gaps
                   : state == QLatin1String("rejects") ? DataOverview::Rejects
                   : state == QLatin1String("lines")   ? DataOverview::Lines
                   : state == QLatin1String("items")   ? DataOverview::Items
                                                       : DataOverview::Imports);
    static const QStringList asking{QStringLiteral("cleaning"), QStringLiteral("data"), QStringLiteral("report"), QStringLiteral("lines"), QStringLiteral("items")};
    QTest::qWait(asking.contains(state) ? 400 : 30);
    if (state == QLatin1String("lines")) {
        overview->lines().findChild<QTableView*>()->selectRow(2);
        QTest::qWait(400);
    }
    if (state.startsWith(QLatin1String("feature"))) {
        auto* features = m_window->findChild<FeaturesPage*>();
        QVERIFY(QTest::qWaitFor([features] { return features->isReady(); }, 20'000));
        features->choose(state == QLatin1String("feature") ? "price" : "public_holiday");
        features->findChild<SidePanel*>()->setFolded(state != QLatin1String("feature"));
        QTest::qWait(400);
    }
    settle();
}

void WindowLookTest::noTextIsCut_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("state");
    for (const char* language : {"en", "zh_CN"}) {
        for (const QString& state : states) {
            QTest::addRow("%s, %s", language, qPrintable(state)) << QString::fromLatin1(language) << state;
        }
    }
}

/// What is cut of a widget; empty: nothing.
QString WindowLookTest::cutText(const QWidget* widget) const {
    const auto told = [widget](const QString& text, const char* how) {
        return QStringLiteral("%1 \"%2\" %3 (%4x%5, wants %6x%7)").arg(QLatin1String(widget->metaObject()->className()), text, QLatin1String(how))
            .arg(widget->width()).arg(widget->height()).arg(widget->sizeHint().width()).arg(widget->sizeHint().height());
    };
    QString text;
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        text = label->text();
        if (text.isEmpty() || qobject_cast<const ElidedLabel*>(label) != nullptr) {
            return {};
        }
        if (label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1
                              : label->sizeHint().width() > label->width() + 1 || label->sizeHint().height() > label->height() + 2) {
            return told(text, "is cut");
        }
    } else if (const auto* button = qobject_cast<const QPushButton*>(widget)) {
        text = button->text();
        if (button->sizeHint().width() > button->width() + 1) {
            return told(text, "is cut");
        }
    } else if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
        text = combo->currentText();
        if (combo->fontMetrics().horizontalAdvance(text) + 36 > combo->width()) {
            return told(text, "is cut");
        }
    } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
        text = edit->placeholderText();
        if (edit->fontMetrics().horizontalAdvance(text) + 20 > edit->width()) {
            return told(text, "is cut");
        }
    } else {
        return {};
    }
    const QRect seen = widget->visibleRegion().boundingRect();
    return !scrolls(widget) && (seen.width() < widget->width() || seen.height() < widget->height()) ? told(text, "is partly hidden") : QString();
}

QStringList WindowLookTest::cutTexts() const {
    QStringList cut;
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (!widget->isVisible()) {
            continue;
        }
        const QString what = cutText(widget);
        if (!what.isEmpty()) {
            cut.append(what);
        }
        const auto* head = qobject_cast<const QHeaderView*>(widget);
        if (head != nullptr && head->orientation() == Qt::Horizontal && qobject_cast<const PreviewHeader*>(head) == nullptr && head->model() != nullptr) {
            for (int section = 0; section < head->count(); ++section) {
                const QString text = head->model()->headerData(section, Qt::Horizontal).toString();
                if (!head->isSectionHidden(section) && head->fontMetrics().horizontalAdvance(text) + 12 > head->sectionSize(section)) {
                    cut.append(QStringLiteral("head \"%1\" (%2)").arg(text).arg(head->sectionSize(section)));
                }
            }
        }
    }
    return cut;
}

QStringList WindowLookTest::namelessControls() const {
    QStringList nameless;
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool takesFocus = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !isInner(widget);
        const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
                               qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QAbstractItemView*>(widget) != nullptr;
        if (!takesFocus || !isControl || qobject_cast<const QHeaderView*>(widget) != nullptr) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (widget->accessibleName().isEmpty() && (button == nullptr || (button->text().isEmpty() && button->toolTip().isEmpty()))) {
            nameless.append(QLatin1String(widget->metaObject()->className()));
        }
    }
    return nameless;
}

QStringList WindowLookTest::unreachedControls() const {
    QSet<const QWidget*> reached;
    for (const QWidget* at = m_window->nextInFocusChain(); !reached.contains(at); at = at->nextInFocusChain()) {
        reached.insert(at);
    }
    QStringList unreached;
    for (const QWidget* widget : m_window->currentPage()->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
                               qobject_cast<const QComboBox*>(widget) != nullptr;
        const bool isUsable = isControl && widget->window() == m_window.get() && widget->isVisible() && widget->isEnabled() && !isInner(widget);
        if (isUsable && ((widget->focusPolicy() & Qt::TabFocus) == 0 || !reached.contains(widget))) {
            unreached.append(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->accessibleName());
        }
    }
    return unreached;
}

const WindowLookTest::Faults& WindowLookTest::faultsOf(const QString& language, const QString& state) {
    const auto key = std::pair(language, state);
    if (!m_faults.contains(key)) {
        if (m_faults.empty() || QLocale().name() != language) {
            m_window->resize(1120, 700);
            Preferences::apply(language, QStringLiteral("light"));
        }
        bring(state);
        m_faults[key] = {cutTexts(), namelessControls(), unreachedControls()};
    }
    return m_faults.at(key);
}

void WindowLookTest::noTextIsCut() {
    QFETCH(QString, language);
    QFETCH(QString, state);
    const QStringList cut = faultsOf(language, state).cut;
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
}

void WindowLookTest::everyControlHasAName() {
    QFETCH(QString, language);
    QFETCH(QString, state);
    const QStringList nameless = faultsOf(language, state).nameless;
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void WindowLookTest::theKeyboardReachesEveryControl() {
    QFETCH(QString, language);
    QFETCH(QString, state);
    const QStringList unreached = faultsOf(language, state).unreached;
    QVERIFY2(unreached.isEmpty(), qPrintable(unreached.join(QLatin1Char('\n'))));
}

void WindowLookTest::everyMenuEntryIsNamedAndNoShortcutIsThereTwice() {
    for (const char* language : {"en", "zh_CN"}) {
        Preferences::apply(QString::fromLatin1(language), QStringLiteral("light"));
        settle();
        QSet<QString> shortcuts;
        for (const QMenuBar* bar : m_window->findChildren<QMenuBar*>()) {
            for (const QAction* menu : bar->actions()) {
                QVERIFY2(menu->text().contains(QLatin1Char('&')), qPrintable(menu->text()));
                for (const QAction* action : menu->menu()->actions()) {
                    if (action->isSeparator()) {
                        continue;
                    }
                    QVERIFY(!action->text().isEmpty());
                    for (const QKeySequence& keys : action->shortcuts()) {
                        QVERIFY2(!shortcuts.contains(keys.toString()), qPrintable(keys.toString()));
                        shortcuts.insert(keys.toString());
                    }
                }
            }
        }
    }
}

void WindowLookTest::zoomedTextIsNotCutEither() {
    m_window->resize(1440, 900);
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    Theme::instance().setZoom(125);
    for (const QString& state : {QStringLiteral("start"), QStringLiteral("rejects"), QStringLiteral("wizard"), QStringLiteral("cleaning")}) {
        bring(state);
        const QStringList cut = cutTexts();
        QVERIFY2(cut.isEmpty(), qPrintable(state + QLatin1String(": ") + cut.join(QLatin1Char('\n'))));
    }
    Theme::instance().setZoom(100);
}

void WindowLookTest::thePageOfTheReportFitsAWindowThatGetsSmaller() {
    m_window->resize(1440, 900);
    bring(QStringLiteral("report"));
    settle();
    auto* preview = m_window->findChild<ReportPreview*>();
    const int wide = preview->sizeHint().width();
    m_window->resize(1120, 700);
    settle();
    QVERIFY(preview->sizeHint().width() < wide);
    QVERIFY(preview->sizeHint().width() <= preview->parentWidget()->width());
}

void WindowLookTest::picturesOfEveryState() {
    const QString folder = qEnvironmentVariable("FORESELL_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("FORESELL_PICTURES names no folder");
    }
    QDir().mkpath(folder);
    const bool isOpen = m_window->session().isOpen();
    for (const char* language : {"en", "zh_CN"}) {
        for (const char* theme : {"light", "dark"}) {
            Preferences::apply(QString::fromLatin1(language), QString::fromLatin1(theme));
            for (const QSize& size : {QSize(1440, 900), QSize(1120, 700)}) {
                m_window->resize(size);
                for (const QString& state : isOpen ? states : QStringList{QStringLiteral("start")}) {
                    bring(state);
                    settle();
                    QWidget* dialog = m_window->findChild<ComparisonDialog*>();
                    dialog = dialog == nullptr ? m_window->findChild<OptionsDialog*>() : dialog;
                    (dialog != nullptr ? dialog : m_window.get())->grab().save(QStringLiteral("%1/%2%3-%4-%5-%6.png").arg(folder, isOpen ? QString() : QStringLiteral("empty-"), state,
                                                                                    QLatin1String(language), QLatin1String(theme)).arg(size.width()));
                }
            }
        }
    }
    m_window->resize(1120, 700);
}

QTEST_MAIN(WindowLookTest)
#include "window_look_test.moc"
