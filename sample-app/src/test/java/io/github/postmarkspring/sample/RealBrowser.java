package io.github.postmarkspring.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium without a window. Tests that need it are skipped where it is not installed,
 * unless {@code POSTMARK_TEST_BROWSER} is {@code required}, and where it is {@code off}.
 */
final class RealBrowser implements AutoCloseable {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private final WebDriver driver;

	private RealBrowser(WebDriver driver) {
		this.driver = driver;
	}

	static RealBrowser start() {
		String wanted = System.getenv("POSTMARK_TEST_BROWSER");
		Assumptions.assumeFalse("off".equals(wanted), "No browser is wanted");
		if (!"required".equals(wanted)) {
			Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
					"No browser: install the packages chromium and chromium-driver to run this test");
		}
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toString());
		options.addArguments("--headless=new", "--disable-gpu", "--disable-dev-shm-usage",
				"--disable-background-networking", "--no-first-run", "--window-size=1280,900");
		if ("root".equals(System.getProperty("user.name"))) {
			options.addArguments("--no-sandbox");
		}
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
			.usingAnyFreePort()
			.build();
		return new RealBrowser(new ChromeDriver(service, options));
	}

	/** Open a page in a tab of its own, and return the tab. */
	String open(String url) {
		String tab = this.driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
		this.driver.get(url);
		return tab;
	}

	void show(String tab) {
		this.driver.switchTo().window(tab);
	}

	void type(By field, String text) {
		await(field).sendKeys(text);
	}

	/** A page may be replaced under the pointer. */
	void click(By button) {
		wait((driver) -> {
			driver.findElement(button).click();
			return true;
		});
	}

	WebElement await(By element) {
		return wait(ExpectedConditions.visibilityOfElementLocated(element));
	}

	String attribute(By element, String name) {
		return String.valueOf(await(element).getDomAttribute(name));
	}

	void awaitText(By element, String... texts) {
		for (String text : List.of(texts)) {
			wait(ExpectedConditions.textToBePresentInElementLocated(element, text));
		}
	}

	private <T> T wait(ExpectedCondition<T> condition) {
		return new WebDriverWait(this.driver, Duration.ofSeconds(60)).ignoring(WebDriverException.class)
			.until(condition);
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
