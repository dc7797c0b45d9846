namespace HyperTune.Tests;

public sealed class InTurnStrategyTests
{
    [Fact]
    public void Every_fourth_trial_is_one_of_a_search_of_its_own()
    {
        var session = new AutoSession(TestSpace.Cube(3), 200, strategy: Strategy.InTurn(60));
        int number = 0;
        foreach (double[] _ in session.SuggestAll())
        {
            bool isFresh = number % 4 == 0 && number > 60;
            Assert.Equal(isFresh, session.Run.Explanation!.StartsWith("CmaEs, a search of its own: generation", StringComparison.Ordinal));
            number++;
        }

        Assert.Equal(200, number);
    }

    [Fact]
    public void Search_of_its_own_knows_nothing_of_other_trials()
    {
        TestSpace space = TestSpace.Cube(3);
        var good = new AutoSession(space, 200, strategy: Strategy.InTurn(60));
        var bad = new AutoSession(space, 200, strategy: Strategy.InTurn(60));
        for (int number = 0; number < 64; number++)
        {
            good.Tell(number, [0.1, 0.2, 0.3 + (number * 1e-3)]);
            bad.Tell(number, AutoSession.Draw(space, number));
        }

        Assert.Equal(bad.Suggest(64), good.Suggest(64));
        Assert.NotEqual(bad.Suggest(65), good.Suggest(65));
    }

    [Fact]
    public void Steps_find_the_end_of_a_bowl()
    {
        var session = new AutoSession(TestSpace.Cube(4), 160, strategy: Strategy.InTurn(40));
        double best = session.SuggestAll().Min(static vector => Studies.Bowl(vector));
        Assert.InRange(best, 0, 1e-8);
    }

    // Whose trial it is must follow from its number: a study that goes on knows nothing else.
    [Fact]
    public void Run_that_was_told_everything_later_goes_on_in_the_same_way()
    {
        TestSpace space = TestSpace.Cube(3);
        var whole = new AutoSession(space, 300, strategy: Strategy.InTurn(60));
        double[][] trials = [.. whole.SuggestAll()];
        var resumed = new AutoSession(space, 300, strategy: Strategy.InTurn(60));
        for (int number = 0; number < 200; number++)
        {
            resumed.Tell(number, trials[number]);
        }

        for (int number = 200; number < 300; number++)
        {
            Assert.Equal(trials[number], resumed.Suggest(number));
            resumed.Tell(number, trials[number]);
        }
    }

    [Fact]
    public void Long_study_that_has_settled_goes_on_with_a_population_of_its_own_until_shortly_before_its_end()
    {
        var session = new AutoSession(TestSpace.Cube(3), 1300, strategy: Strategy.InTurn(60));
        var own = new List<int>();
        int number = 0;
        foreach (double[] _ in session.SuggestAll())
        {
            if (session.Run.Explanation!.StartsWith("DifferentialEvolution, a search of its own: ", StringComparison.Ordinal))
            {
                own.Add(number);
            }

            number++;
        }

        Assert.InRange(own.Count, 350, 520);
        Assert.All(own, static trial => Assert.True(trial % 4 is 1 or 2 && trial is > 200 and < 1200, $"Trial {trial}"));
    }

    [Fact]
    public void Shorter_study_has_no_population_of_its_own()
    {
        var session = new AutoSession(TestSpace.Cube(2), 1059, strategy: Strategy.InTurn(60));
        Assert.All(session.SuggestAll(), _ => Assert.DoesNotContain("DifferentialEvolution, a search", session.Run.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public void Long_study_that_was_told_everything_later_goes_on_in_the_same_way()
    {
        TestSpace space = TestSpace.Cube(3);
        var whole = new AutoSession(space, 1300, strategy: Strategy.InTurn(60));
        double[][] trials = [.. whole.SuggestAll().Take(1000)];
        var resumed = new AutoSession(space, 1300, strategy: Strategy.InTurn(60));

        // In another order than that of their numbers, as trials that run side by side end.
        foreach (int number in Enumerable.Range(0, 900).OrderBy(static number => number ^ 1))
        {
            resumed.Tell(number, trials[number]);
        }

        for (int number = 900; number < 1000; number++)
        {
            Assert.Equal(trials[number], resumed.Suggest(number));
            resumed.Run.Announce(number, trials[number]);
            resumed.Tell(number, trials[number]);
        }
    }

    // The late trial is better than all others: trials that were a search's own before are the steps' then.
    [Fact]
    public void Trial_that_ends_late_leaves_a_long_study_as_if_it_had_ended_in_time()
    {
        const int Late = 700;
        const string Own = "DifferentialEvolution, a search of its own: ";
        TestSpace space = TestSpace.Cube(3);
        double[] good = [0.501, 0.502, 0.503];
        var late = new AutoSession(space, 1500, strategy: Strategy.InTurn(60));
        var timely = new AutoSession(space, 1500, strategy: Strategy.InTurn(60));
        for (int number = 0; number < 820; number++)
        {
            timely.Tell(number, number == Late ? good : AutoSession.Draw(space, number % 400));
            if (number != Late)
            {
                late.Tell(number, AutoSession.Draw(space, number % 400));
            }
        }

        late.Suggest(821);
        Assert.StartsWith(Own, late.Run.Explanation, StringComparison.Ordinal);
        late.Tell(Late, good);
        Assert.Equal(timely.Suggest(821), late.Suggest(821));
        Assert.False(late.Run.Explanation!.StartsWith(Own, StringComparison.Ordinal), late.Run.Explanation);
        for (int number = 820; number < 1040; number++)
        {
            timely.Tell(number, AutoSession.Draw(space, number));
            late.Tell(number, AutoSession.Draw(space, number));
        }

        Assert.Equal(timely.Suggest(1041), late.Suggest(1041));
        Assert.StartsWith(Own, late.Run.Explanation, StringComparison.Ordinal);
    }
}
