using System.Diagnostics;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Browser;

/// <summary>
/// What a selector finds on a page at the moment it is asked. An expectation is waited for, because pages change when they
/// are ready to.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="selector">CSS, or one of Puppeteer's own: <c>aria/Add[role="button"]</c>, <c>xpath///h3</c>.</param>
internal sealed class Element(IPage page, string selector)
{
    // Patient, because machines that run tests are busy; nothing waits this long where all is well.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    public async Task ClickAsync() => await (await FindAsync()).ClickAsync();

    public async Task FocusAsync() => await (await FindAsync()).FocusAsync();

    /// <summary>Replaces what is in a field, as pasting does.</summary>
    public async Task FillAsync(string text)
    {
        await (await FindAsync()).EvaluateFunctionAsync("field => { field.focus(); field.select(); }");
        if (text.Length > 0)
        {
            await page.Keyboard.SendCharacterAsync(text);
        }
        else
        {
            await page.Keyboard.PressAsync("Backspace");
        }
    }

    public Task ShouldReadAsync(string text) =>
        ShouldAsync("textContent", found => found == text, $"reads \"{text}\"");

    public Task ShouldContainAsync(string text) =>
        ShouldAsync("textContent", found => found.Contains(text, StringComparison.Ordinal), $"contains \"{text}\"");

    public Task ShouldNotContainAsync(string text) =>
        ShouldAsync("textContent", found => !found.Contains(text, StringComparison.Ordinal), $"does not contain \"{text}\"");

    public Task ShouldHaveValueAsync(string value) =>
        ShouldAsync("value", found => found == value, $"has the value \"{value}\"");

    public Task ShouldHaveAttributeAsync(string name, string value) =>
        ShouldAsync($"getAttribute(\"{name}\")", found => found == value, $"has {name}=\"{value}\"");

    public Task ShouldBeFocusedAsync() =>
        ShouldAsync("matches(\":focus\")", found => found == "true", "has the focus");

    public Task ShouldBeVisibleAsync() =>
        ShouldAsync("checkVisibility()", found => found == "true", "is visible");

    /// <summary>On the page but not to be seen, or not there at all.</summary>
    public Task ShouldBeHiddenAsync() => UntilAsync(
        async () => string.Join(' ', await ReadAllAsync("checkVisibility()")),
        found => !found.Contains("true", StringComparison.Ordinal),
        "is hidden");

    public Task ShouldCountAsync(int number) =>
        UntilAsync(async () => $"{(await ReadAllAsync("id")).Length}", found => found == $"{number}", $"is there {number} times");

    private Task ShouldAsync(string property, Predicate<string> holds, string expectation) => UntilAsync(
        async () => (await ReadAllAsync(property)) is [var only] ? only : null, holds, expectation);

    private async Task<IElementHandle> FindAsync() =>
        await page.WaitForSelectorAsync(selector, new() { Timeout = (int)Patience.TotalMilliseconds, Visible = true });

    private async Task<string[]> ReadAllAsync(string property)
    {
        var elements = await page.QuerySelectorAllAsync(selector);
        return await Task.WhenAll(elements.Select(element => element.EvaluateFunctionAsync<string>(
            $"element => String(element.{property}).replace(/\\s+/g, ' ').trim()")));
    }

    private async Task UntilAsync(Func<Task<string?>> read, Predicate<string> holds, string expectation)
    {
        var begin = Stopwatch.GetTimestamp();
        var found = default(string);
        while (found is null || !holds(found))
        {
            Assert.True(Stopwatch.GetElapsedTime(begin) < Patience, $"{selector} {expectation}: found {found ?? "none, or several"}.");
            await Task.Delay(Pause);
            try
            {
                found = await read();
            }
            catch (PuppeteerException)
            {
                // The page is being loaded anew.
                found = null;
            }
        }
    }
}
