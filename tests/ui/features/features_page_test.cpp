// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/features_page.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "core/protocol/import_messages.h"
#include "core/protocol/methods.h"
#include "ui/features/coming_model.h"
#include "ui/features/coming_panel.h"
#include "ui/features/derive_dialog.h"
#include "ui/features/feature_model.h"
#include "ui/main_window/main_window.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/note_card.h"

using namespace foresell;

/// A person looks at the features, switches them, fills what is missing and adds one by a formula.
class FeaturesPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFeatureHasItsRole();
    void aSwitchIsKeptAndCanBeUndone();
    void missingComingValuesAreRedAndCanBeFilled();
    void valuesArePastedFromASpreadsheet();
    void aPastOnlyFeatureSaysWhyItIsRefused();
    void aFormulaAddsAFeatureAndABadOneSaysWhy();
    void cleanupTestCase() { m_window.reset(); }

private:
    bool run(const char* method, const nlohmann::json& params);
    QString put(const char* name, const QByteArray& bytes) const;
    FeaturesPage* page() const { return m_window->findChild<FeaturesPage*>(); }
    FeatureModel* model() const { return page()->findChild<FeatureModel*>(); }
    ComingModel* coming() const { return page()->findChild<ComingModel*>(); }
    const FeatureFacts& feature(const char* name) const { return model()->features()[static_cast<std::size_t>(model()->rowOf(name))]; }
    template <typename Condition>
    bool becomes(Condition&& condition) const {
        return QTest::qWaitFor(condition, 30'000);
    }
    bool showsComingOf(const char* name) const {
        page()->choose(name);
        return becomes([this, name] { return coming()->values().feature == name; });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

bool FeaturesPageTest::run(const char* method, const nlohmann::json& params) {
    Job* job = m_window->session().startJob(QString::fromLatin1(method), method, params);
    QSignalSpy changed(&m_window->session(), &ProjectSession::changed);
    return job != nullptr && becomes([job] { return !job->isActive(); }) && job->state() == Job::State::Succeeded &&
           (changed.wait(5000) || !changed.isEmpty());
}

QString FeaturesPageTest::put(const char* name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", name);
    }
    return file.fileName();
}

void FeaturesPageTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->show();
    QSignalSpy opened(&m_window->session(), &ProjectSession::projectChanged);
    m_window->session().create(m_folder.filePath(QStringLiteral("shop.foresell")), {});
    QVERIFY(opened.wait(20'000));
    QByteArray sales = "date,item,quantity\n", plan = "date,item,price,promotion\n", weather = "date,rain\n", views = "sku,date,views\n";
    for (int day = 0; day < 100; ++day) {
        const QByteArray date = QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
        sales += date + ",A," + QByteArray::number(3 + day % 4) + "\n" + date + ",B,2\n";
        plan += date + ",A," + QByteArray::number(9 + day % 2) + "," + QByteArray::number(day % 10 == 0) + "\n";
        weather += date + ',' + QByteArray::number(day % 5) + '\n';
        views += "A," + date + ',' + QByteArray::number(20 + day % 7) + '\n';
    }
    const std::pair<const char*, QString> files[] = {{"sales", put("sales.csv", sales)}, {"plan", put("plan.csv", plan)},
                                                     {"signals", put("weather.csv", weather)}, {"behaviour", put("views.csv", views)}};
    for (const auto& [role, file] : files) {
        ImportRequest request;
        request.role = role;
        request.files = {file.toStdString()};
        QVERIFY2(run(method::importRun, request), role);
    }
    m_window->goTo(PageId::Features);
    QVERIFY(becomes([this] { return page()->isReady() && model()->rowCount() > 5; }));
}

void FeaturesPageTest::everyFeatureHasItsRole() {
    QCOMPARE(feature("price").role, FeatureRole::KnownAhead);
    QCOMPARE(feature("rain").role, FeatureRole::PastOnly);
    QCOMPARE(feature("views_to_usual").role, FeatureRole::PastOnly);
    const auto mark = [this](const char* name, int column) { return model()->index(model()->rowOf(name), column).data().toString(); };
    QCOMPARE(mark("price", FeatureModel::Ahead), QStringLiteral("●"));
    QVERIFY(mark("price", FeatureModel::Past).isEmpty() && mark("price", FeatureModel::Always).isEmpty());
    QCOMPARE(mark("rain", FeatureModel::Past), QStringLiteral("●"));
    QVERIFY(feature("price").isUsed && !feature("age").isUsed);
}

void FeaturesPageTest::aSwitchIsKeptAndCanBeUndone() {
    model()->setData(model()->index(model()->rowOf("price"), FeatureModel::Used), Qt::Unchecked, Qt::CheckStateRole);
    QVERIFY(becomes([this] { return !feature("price").isUsed; }));
    m_window->session().undo();
    QVERIFY(becomes([this] { return feature("price").isUsed; }));
    page()->choose("age");
    page()->findChild<QCheckBox*>()->click();
    QVERIFY(becomes([this] { return feature("age").isUsed; }));
}

void FeaturesPageTest::missingComingValuesAreRedAndCanBeFilled() {
    QVERIFY(feature("promotion").comingMissing > 0);
    QVERIFY(page()->findChild<NoteCard*>()->isVisible());
    QVERIFY(showsComingOf("promotion"));
    const QModelIndex missing = coming()->index(0, 0);
    QVERIFY(missing.data(Qt::BackgroundRole).isValid());
    for (QPushButton* button : page()->findChild<ComingPanel*>()->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Hold last")) {
            button->click();
        }
    }
    QVERIFY(becomes([this] { return feature("promotion").comingMissing == 28; }));  // B has no plan at all
    QCOMPARE(feature("promotion").fill, std::string("hold_last"));
    QVERIFY(becomes([this] { return !coming()->values().rows.empty() && std::isfinite(coming()->values().rows[0].values[0]); }));
    QVERIFY(!coming()->index(0, 0).data(Qt::BackgroundRole).isValid());
}

void FeaturesPageTest::valuesArePastedFromASpreadsheet() {
    QVERIFY(showsComingOf("rain"));
    QVERIFY(becomes([this] { return coming()->rowCount() == 1; }));
    auto* table = page()->findChild<ComingPanel*>()->findChild<QTableView*>();
    table->setCurrentIndex(coming()->index(0, 1));
    QApplication::clipboard()->setText(QStringLiteral("1.5\t2\tnone\t7\n"));
    for (QPushButton* button : page()->findChild<ComingPanel*>()->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Paste")) {
            button->click();
        }
    }
    QVERIFY(becomes([this] { return feature("rain").role == FeatureRole::KnownAhead; }));
    QVERIFY(becomes([this] { return coming()->values().feature == "rain" && std::isfinite(coming()->values().rows[0].values[4]); }));
    const std::vector<double>& values = coming()->values().rows[0].values;
    QVERIFY(std::isnan(values[0]) && values[1] == 1.5 && values[2] == 2 && std::isnan(values[3]) && values[4] == 7);
}

void FeaturesPageTest::aPastOnlyFeatureSaysWhyItIsRefused() {
    page()->choose("views_to_usual");
    const QString why = model()->index(model()->rowOf("views_to_usual"), FeatureModel::Ahead).data(Qt::ToolTipRole).toString();
    QVERIFY(why.contains(QStringLiteral("refused for coming periods")));
    QVERIFY(!page()->findChild<ComingPanel*>()->isVisible());
}

void FeaturesPageTest::aFormulaAddsAFeatureAndABadOneSaysWhy() {
    page()->plainActions().front()->trigger();
    auto* dialog = page()->findChild<DeriveDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    emit dialog->wanted({"cheap", "price <"});
    QVERIFY(becomes([dialog] {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* each) { return each->isVisible() && each->text().contains(QStringLiteral("cannot be read")); });
    }));
    emit dialog->wanted({"cheap", "price < 10 ? 1 : 0"});
    QVERIFY(becomes([this] { return model()->rowOf("cheap") >= 0; }));
    QCOMPARE(feature("cheap").role, FeatureRole::KnownAhead);
    QCOMPARE(feature("cheap").source, std::string("derived"));
}

QTEST_MAIN(FeaturesPageTest)
#include "features_page_test.moc"
