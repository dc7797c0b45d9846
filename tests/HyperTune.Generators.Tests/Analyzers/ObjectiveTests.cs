using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests.Analyzers;

public sealed class ObjectiveTests
{
    [Fact]
    public Task Parameters_that_a_lambda_never_reads_are_listed() => AnalyzerTest.VerifyAsync("""
        Study<A> study = Study.Minimize<A>();
        study.Run({|HT4004:a|} => a.X, 10);
        study.Run(({|HT4004:a|}) => { double x = a.X; return x + nameof(a.Y).Length; }, 10);
        study.Run(({|HT4004:a|}, trial) => { trial.Report(0, trial.Number); return a.X; }, 10);
        study.Run(({|HT4004:_|}, trial) => trial.Config.X, 10);
        study.RunWith(slot => slot, (slot, {|HT4004:a|}) => a.X + slot.Length, 10);
        study.RunWithAsync(slot => slot, async (slot, {|HT4004:a|}, trial, token) => { await System.Threading.Tasks.Task.Delay(1, token); return a.X; }, 10);
        study.RunAsync(async ({|HT4004:a|}, trial, token) => { await System.Threading.Tasks.Task.Delay(1, token); trial.ThrowIfPruned(); return a.X; }, 10);
        study.Run((a, trial) => trial.Config.Y ? a.X : 0, 10);
        study.Run((a, trial) => { Follow(trial); return a.X; }, 10);
        study.Run(a => a.X + (a.Y ? 1 : 0), 10);
        study.Run(a => a.X + Use(a), 10);
        study.Run(a => { A copy = a; return copy.X; }, 10);
        study.Run(a => a.X + a.Computed, 10);
        study.Run(_ => 1, 10);
        study.Run(a => a.Epochs, 10);
        study.Run((a, trial) => { A copy = trial.Config; return a.X; }, 10);
        study.Run(Use, 10);
        study.Run(a => a is { X: > 0.5 } ? 1.0 : 0.0, 10);

        study.Run({|HT4004:ByInterface|}, 10);
        study.Run(ByBase, 10);
        Study.Minimize<C>().Run({|HT4004:ByBase|}, 10);
        study.Run(ByObject, 10);
        study.Run(ByMethods, 10);
        Func<IRate, double> view = ByInterface;
        study.Run({|HT4004:view|}, 10);
        Study<B> sound = Study.Minimize<B>();
        sound.Run(b => b.X, 10);

        static double Use(A a) => a.X;
        static void Follow(Trial<A> trial) { }
        static double ByInterface(IRate rate) => rate.X;
        static double ByBase(Base rate) => rate.Rate;
        static double ByObject(object any) => ((A)any).X;
        static double ByMethods(IScore score) => score.Score();

        public interface IRate { double X { get; } }
        public interface IScore { double Score(); }
        public abstract class Base { public abstract double Rate { get; set; } }
        [SearchSpace] public partial class C : Base { [Uniform(0, 1)] public override double Rate { get; set; } [Choice] public bool Y { get; set; } }
        [SearchSpace] public partial class B { [Uniform({|HT2001:1|}, 0)] public double X { get; set; } [Choice] public bool Y { get; set; } }

        [SearchSpace] public partial class A : Base, IRate, IScore
        {
            public override double Rate { get => X; set => X = value; }
            double IScore.Score() => X;
            [Uniform(0, 1)] public double X { get; set; }
            [Choice] public bool Y { get; set; }
            public int Epochs { get; set; } = 3;
            public double Computed => Y ? 1 : 0;
        }
        """);

    [Theory]
    [InlineData("study.Run(a => a.X, 10);", DiagnosticSeverity.Info)]
    [InlineData("study.Run(ByInterface, 10);", DiagnosticSeverity.Warning)]
    public async Task Lambda_may_be_a_sketch_and_a_type_cannot(string run, DiagnosticSeverity severity)
    {
        Diagnostic unread = Assert.Single(await AnalyzerTest.DiagnoseAsync($$"""
            Study<A> study = Study.Minimize<A>();
            {{run}}

            static double ByInterface(IRate rate) => rate.X;

            public interface IRate { double X { get; } }
            [SearchSpace] public partial class A : IRate { [Uniform(0, 1)] public double X { get; set; } [Choice] public bool Y { get; set; } }
            """));
        Assert.Equal(("HT4004", severity), (unread.Id, unread.Severity));
    }
}
