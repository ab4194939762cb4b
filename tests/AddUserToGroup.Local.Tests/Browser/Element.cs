using System.Diagnostics;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Browser;

/// <summary>
/// The elements that match a selector when they are needed. Every expectation waits until it holds, because a page changes
/// in its own time.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="selector">CSS, or one of Puppeteer's own: <c>aria/Add[role="button"]</c>, <c>xpath///h3</c>.</param>
internal sealed class Element(IPage page, string selector)
{
    // Long, because machines that run tests are busy. No passing test waits this long.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(60);

    public async Task ClickAsync() => await (await FindAsync()).ClickAsync();

    public async Task FocusAsync() => await (await FindAsync()).FocusAsync();

    /// <summary>Replaces the text of a field, as pasting does.</summary>
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

    public Task ShouldHaveValueAsync(string value) =>
        ShouldAsync("value", found => found == value, $"has the value \"{value}\"");

    public Task ShouldHaveAttributeAsync(string name, string value) =>
        ShouldAsync($"getAttribute(\"{name}\")", found => found == value, $"has {name}=\"{value}\"");

    public Task ShouldBeFocusedAsync() =>
        ShouldAsync("matches(\":focus\")", found => found == "true", "has the focus");

    public Task ShouldBeVisibleAsync() =>
        ShouldAsync("checkVisibility()", found => found == "true", "is visible");

    /// <summary>Invisible, or not on the page.</summary>
    public Task ShouldBeHiddenAsync() => UntilAsync(
        async () => string.Join(' ', await ReadAllAsync("checkVisibility()")),
        found => !found.Contains("true", StringComparison.Ordinal),
        "is hidden");

    public Task ShouldCountAsync(int number) =>
        UntilAsync(async () => $"{(await ReadAllAsync("id")).Length}", found => found == $"{number}", $"is there {number} times");

    private Task ShouldAsync(string property, Predicate<string> holds, string expectation) => UntilAsync(
        async () => (await ReadAllAsync(property)) is [var only] ? only : null, holds, expectation);

    private async Task<IElementHandle> FindAsync() =>
        await page.WaitForSelectorAsync(selector, new() { Timeout = (int)Timeout.TotalMilliseconds, Visible = true });

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
            Assert.True(Stopwatch.GetElapsedTime(begin) < Timeout, $"{selector} {expectation}: found {found ?? "none, or several"}.");
            await Task.Delay(PollingInterval);
            try
            {
                found = await read();
            }
            catch (PuppeteerException)
            {
                // The page is reloading.
                found = null;
            }
        }
    }
}
