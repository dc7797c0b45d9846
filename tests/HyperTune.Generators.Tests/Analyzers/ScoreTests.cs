namespace HyperTune.Generators.Tests.Analyzers;

public sealed class ScoreTests
{
    private const string Data = """

        [SearchSpace] public partial class A { [Uniform(0, 1)] public double X { get; set; } }

        public static class Data
        {
            public static readonly int[] Labels = [1];
            public static int[] Predict(A a) => [a.X > 0 ? 1 : 0];
            public static double[] Values(A a) => [a.X];
        }
        """;

    [Fact]
    public Task Lambdas_that_return_a_score_to_a_study_of_the_other_direction_are_reported() => AnalyzerTest.VerifyAsync("""
        int[] labels = Data.Labels;
        double[] values = [1];
        Study<A> study = Study.Minimize<A>();
        study.Run(a => {|HT4006:ClassificationScore.Accuracy(labels, Data.Predict(a))|}, 10);
        study.Run((a, trial) => {|HT4006:ClassificationScore.Accuracy(labels, Data.Predict(a))|}, 10);
        study.Run((a, trial) => a.X > 1 ? TrialOutcome.Pruned : {|HT4006:RegressionScore.R2(values, Data.Values(a))|}, 10);
        study.Run((a, trial) => TrialOutcome.Completed({|HT4006:RegressionScore.R2(values, Data.Values(a))|}), 10);
        study.Run(a => a.X switch { > 1 => {|HT4006:RegressionScore.R2(values, Data.Values(a))|}, _ => RegressionScore.MeanAbsoluteError(values, Data.Values(a)) }, 10);
        study.Run(a => { if (a.X > 1) { return 2; } return (double)({|HT4006:ClassificationScore.Accuracy(labels, Data.Predict(a))|}); }, 10);
        study.Run(a => { double accuracy = {|HT4006:ClassificationScore.Accuracy(labels, Data.Predict(a))|}; return accuracy; }, 10);
        study.RunAsync(async a => { await System.Threading.Tasks.Task.Yield(); return {|HT4006:ClassificationScore.Accuracy(labels, Data.Predict(a))|}; }, 10);
        study.RunAsync(a => System.Threading.Tasks.Task.FromResult({|HT4006:ClassificationScore.Accuracy(labels, Data.Predict(a))|}), 10);
        study.RunAsync(budget: 10, objective: async (a, trial, token) => {|HT4006:ClassificationScore.Accuracy(labels, Data.Predict(a))|});
        Study.Maximize<A>(new StudyOptions()).Run(a => {|HT4006:RegressionScore.MeanAbsoluteError(values, Data.Values(a))|}, 10);
        Study.Maximize(A.Space).Run(a => {|HT4006:RegressionScore.MeanAbsoluteError(values, Data.Values(a))|}, 10);
        Study.Maximize<A>().Run(a => {|HT4006:Own.Loss(a.X)|}, 10);

        public static class Own { [Score(OptimizationDirection.Minimize)] public static double Loss(double x) => x; }
        """ + Data);

    [Fact]
    public Task Scores_that_go_the_right_way_or_are_reckoned_with_are_not() => AnalyzerTest.VerifyAsync("""
        int[] labels = Data.Labels;
        double[] values = [1];
        Study<A> study = Study.Minimize<A>();
        study.Run(a => RegressionScore.MeanAbsoluteError(values, Data.Values(a)), 10);
        study.Run(a => -ClassificationScore.Accuracy(labels, Data.Predict(a)), 10);
        study.Run(a => 1 - ClassificationScore.Accuracy(labels, Data.Predict(a)), 10);
        study.Run(a => Math.Abs(ClassificationScore.Accuracy(labels, Data.Predict(a)) - 0.5), 10);
        study.Run(a => { double loss = ClassificationScore.Accuracy(labels, Data.Predict(a)); loss = 1 - loss; return loss; }, 10);
        study.Run(a => { double loss = ClassificationScore.Accuracy(labels, Data.Predict(a)); loss *= -1; return loss; }, 10);
        study.Run(a => { double loss = ClassificationScore.Accuracy(labels, Data.Predict(a)); loss--; return loss; }, 10);
        study.Run(a => { double loss = ClassificationScore.Accuracy(labels, Data.Predict(a)); Turn(ref loss); return loss; }, 10);
        study.Run(a => { double loss = ClassificationScore.Accuracy(labels, Data.Predict(a)); (loss, _) = (a.X, 1); return loss; }, 10);
        study.Run(a => { double loss = ClassificationScore.Accuracy(labels, Data.Predict(a)); ref double other = ref loss; other = 1; return loss; }, 10);
        study.Run(a => { Func<double> inner = () => ClassificationScore.Accuracy(labels, Data.Predict(a)); return 1 - inner(); }, 10);
        study.Run(a => { return 1 - Inner(); double Inner() { return ClassificationScore.Accuracy(labels, Data.Predict(a)); } }, 10);
        study.Run(a => (Turned)ClassificationScore.Accuracy(labels, Data.Predict(a)), 10);
        study.Run(a => Foreign.Accuracy(a.X), 10);
        Study.Maximize<A>().Run(a => ClassificationScore.Accuracy(labels, Data.Predict(a)), 10);

        static void Turn(ref double value) => value = -value;

        public readonly record struct Turned(double Value)
        {
            public static explicit operator Turned(double value) => new(-value);
            public static implicit operator double(Turned turned) => turned.Value;
        }

        public static class Foreign { [Other.Score(2)] public static double Accuracy(double x) => x; }
        namespace Other { public sealed class ScoreAttribute(int direction) : Attribute { public int Direction => direction; } }
        """ + Data);

    [Fact]
    public Task Direction_must_be_in_sight() => AnalyzerTest.VerifyAsync("""
        Study<A> either = Environment.ProcessId > 1 ? Study.Maximize<A>() : Study.Minimize<A>();
        either.Run(a => ClassificationScore.Accuracy(Data.Labels, Data.Predict(a)), 10);
        Study<A> changed = Study.Minimize<A>();
        changed = Study.Maximize<A>();
        changed.Run(a => ClassificationScore.Accuracy(Data.Labels, Data.Predict(a)), 10);
        Use(Study.Maximize<A>());

        static void Use(Study<A> study) => study.Run(a => ClassificationScore.Accuracy(Data.Labels, Data.Predict(a)), 10);
        """ + Data);

    [Fact]
    public Task Methods_in_sight_are_reported_where_they_are_given_to_the_study() => AnalyzerTest.VerifyAsync("""
        Study<A> study = Study.Minimize<A>();
        study.Run({|HT4006:Local|}, 10);
        study.Run({|HT4006:Evaluation.Method|}, 10);
        study.Run({|HT4006:new Func<A, double>(Evaluation.Method)|}, 10);
        study.Run({|HT4006:Evaluation.Generic<A>|}, 10);
        Study.Maximize<A>().Run(Evaluation.Method, 10);
        study.Run(Evaluation.Turned, 10);
        study.Run(new Evaluation().Virtual, 10);

        static double Local(A a) => ClassificationScore.Accuracy(Data.Labels, Data.Predict(a));

        public class Evaluation
        {
            public static double Method(A a) { if (a.X > 1) { return ClassificationScore.Accuracy(Data.Labels, Data.Predict(a)); } return ClassificationScore.CohenKappa(Data.Labels, Data.Predict(a)); }
            public static double Generic<T>(T a) => ClassificationScore.Accuracy(Data.Labels, Data.Labels);
            public static double Turned(A a) => -ClassificationScore.Accuracy(Data.Labels, Data.Predict(a));
            public virtual double Virtual(A a) => ClassificationScore.Accuracy(Data.Labels, Data.Predict(a));
        }
        """ + Data);

    [Fact]
    public Task Methods_of_ones_own_are_scores_where_they_are_marked() => AnalyzerTest.VerifyAsync("""
        Study<A> study = Study.Minimize<A>();
        study.Run(a => {|HT4006:Own.Reward(a)|}, 10);
        study.Run({|HT4006:Own.Reward|}, 10);
        study.Run(Own.Loss, 10);
        study.RunAsync({|HT4006:Own.RewardAsync|}, 10);
        study.RunAsync(a => {|HT4006:Own.RewardAsync(a)|}, 10);
        study.RunAsync(async a => await {|HT4006:Own.RewardAsync(a)|}.ConfigureAwait(false), 10);
        study.RunAsync(async (a, trial, token) => await {|HT4006:Own.RewardAsync(a)|}, 10);
        study.Run({|HT4006:Local|}, 10);
        Study.Maximize<A>().Run({|HT4006:Own.Loss|}, 10);

        [Score(OptimizationDirection.Maximize)] static double Local(A a) => a.X;

        public static class Own
        {
            [Score(OptimizationDirection.Maximize)] public static double Reward(A a) => a.X;
            [Score(OptimizationDirection.Maximize)] public static System.Threading.Tasks.Task<double> RewardAsync(A a) => System.Threading.Tasks.Task.FromResult(a.X);
            [Score(OptimizationDirection.Minimize)] public static double Loss(A a) => 1 - ClassificationScore.Accuracy(Data.Labels, Data.Predict(a));
        }
        """ + Data);

    [Fact]
    public Task Variable_that_stands_for_itself_leads_nowhere() => AnalyzerTest.VerifyAsync("""
        Study<A> study = {|CS0165:study|};
        study.Run(a => { double x = {|CS0165:x|}; return x; }, 10);
        study.Run(a => { double y = {|CS0841:z|}; double z = y; return z; }, 10);
        """ + Data);

    [Fact]
    public Task Metrics_of_the_other_direction_are_reported() => AnalyzerTest.VerifyAsync("""
        int[] labels = [1];
        double[] values = [1];
        double accuracy = ClassificationScore.Accuracy(labels, labels);
        var made = new M({|HT4006:ClassificationScore.Accuracy(labels, labels)|}, Loss: {|HT4006:RegressionScore.R2(values, values)|}, 1) { Error = {|HT4006:ClassificationScore.CohenKappa(labels, labels)|} };
        var other = made with { Accuracy = {|HT4006:ClassificationScore.Accuracy(labels, labels)|}, Error = 1 - ClassificationScore.Accuracy(labels, labels) };
        other.Error = {|HT4006:accuracy|};
        var right = new M(1 - ClassificationScore.Accuracy(labels, labels), RegressionScore.MeanAbsoluteError(values, values), ClassificationScore.Accuracy(labels, labels))
        {
            Error = RegressionScore.MeanAbsoluteError(values, values),
            Note = ClassificationScore.Accuracy(labels, labels),
        };
        var plain = new Plain(ClassificationScore.Accuracy(labels, labels));
        Study.Optimize<A, M>().Run(a => new M({|HT4006:ClassificationScore.Accuracy(labels, labels)|}, 0, 0), 10);

        [Metrics] public partial record struct M([Minimize] double Accuracy, [Minimize] double Loss, [AtMost(1)] double Limited)
        {
            [property: Minimize] public double Error { get; set; }
            public double Note { get; set; }
        }

        public record struct Plain(double Accuracy);
        """ + Data);
}
